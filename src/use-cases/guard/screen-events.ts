import type { EventLine } from '../../domain/events/event-line.ts';
import type { NumberedLine, RefusedLine } from '../import-events.ts';
import type { Services } from '../services.ts';
import { Pseudonyms } from './pseudonyms.ts';

/** Fields in which people and agents wrote freely. */
const TEXTS = ['task', 'wrong', 'right', 'note', 'error'] as const;
/** Fields that name something, and are looked through for secrets all the same. */
const NAMES = ['run', 'task_key', 'agent', 'model', 'by', 'workflow', 'project'] as const;

/** Lines of a file without what may not be kept: one that holds a secret is refused, what is personal gets a name. */
export const screenEvents = async (
  services: Services,
  events: readonly NumberedLine[],
): Promise<{ events: NumberedLine[]; refused: RefusedLine[] }> => {
  const kept: NumberedLine[] = [];
  const refused: RefusedLine[] = [];
  for (const { line, event } of events) {
    const secret = await secretIn(services, event);
    if (secret !== null)
      refused.push({ line, reason: `it holds a secret (${secret}): take it out, and revoke it if it is real` });
    else kept.push({ line, event: await namedOnly(services, event) });
  }
  return { events: kept, refused };
};

const fieldsOf = (event: EventLine): Readonly<Record<string, unknown>> => ({ ...event });

const secretIn = async (services: Services, event: EventLine): Promise<string | null> => {
  const fields = fieldsOf(event);
  for (const name of [...TEXTS, ...NAMES]) {
    const text = fields[name];
    if (typeof text !== 'string') continue;
    const [span] = await services.guard.findSecrets(text);
    if (span !== undefined) return span.kind;
  }
  return null;
};

const namedOnly = async (services: Services, event: EventLine): Promise<EventLine> => {
  const fields = fieldsOf(event);
  const pseudonyms = new Pseudonyms(services);
  const changed: Record<string, string> = {};
  for (const name of TEXTS) {
    const text = fields[name];
    if (typeof text === 'string') changed[name] = await pseudonyms.in(text);
  }
  return { ...event, ...changed };
};
