import { HoneError } from '../../domain/error.ts';
import { maskSpans } from '../../domain/guard/find-secrets.ts';
import type { Services } from '../services.ts';
import { Pseudonyms } from './pseudonyms.ts';

/** Fields of a question: what is left of them without a secret still asks it. */
const MASKED: readonly string[] = ['task', 'query', 'error', 'aspects', 'paths', 'agent', 'model'];

/**
 * The input of a write, with no secret in any field and what is personal in its texts under a name.
 *
 * @throws HoneError SECRET_FOUND, with the kind and the field, never with the value.
 */
export const refuseSecrets = <T extends object>(services: Services, input: T): Promise<T> =>
  screen(services, input, () => false);

/**
 * The input of a question: a secret in its texts is masked before anything is kept, and the question goes on.
 *
 * @throws HoneError SECRET_FOUND for one in a field that names something, such as a key or a project.
 */
export const maskSecrets = <T extends object>(services: Services, input: T): Promise<T> =>
  screen(services, input, (field) => MASKED.includes(field));

/** Names, not texts: what looks personal in them has to stay as it is. */
const AS_IT_IS: readonly string[] = [
  'project',
  'run_id',
  'lesson_id',
  'same_as',
  'supersedes',
  'idempotency_key',
  'workflow',
  'task_key',
  'paths',
  'citations',
  'scope',
  'checkpoint_id',
  'agent',
  'model',
  'run',
];

const screen = async <T extends object>(
  services: Services,
  input: T,
  masks: (field: string) => boolean,
): Promise<T> => {
  const pseudonyms = new Pseudonyms(services);
  const clean = async (value: unknown, field: string, path: string): Promise<unknown> => {
    if (typeof value === 'string') {
      const safe = await screenText(services, value, path, masks(field));
      return AS_IT_IS.includes(field) ? safe : pseudonyms.in(safe);
    }
    if (Array.isArray(value)) {
      return Promise.all(value.map((item, index) => clean(item, field, `${path}[${index}]`)));
    }
    return typeof value === 'object' && value !== null ? cleanEntries(value, field, `${path}.`) : value;
  };
  const cleanEntries = async (value: object, field: string, prefix: string): Promise<object> =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(value).map(async ([key, entry]) => [key, await clean(entry, field || key, `${prefix}${key}`)]),
      ),
    );
  return (await cleanEntries(input, '', '')) as T;
};

const screenText = async (services: Services, text: string, path: string, masked: boolean): Promise<string> => {
  const spans = await services.guard.findSecrets(text);
  const [first] = spans;
  if (first === undefined) return text;
  services.telemetry.count('hone_guard_blocks_total', { rule: 'secret', action: masked ? 'redact' : 'reject' });
  if (masked) return maskSpans(text, spans);
  throw new HoneError(
    'SECRET_FOUND',
    `\`${path}\` holds a secret (${first.kind}). Nothing was stored.`,
    'Take it out: name the variable or the vault entry that holds it. If it is real, revoke it: it was sent in the clear.',
  );
};
