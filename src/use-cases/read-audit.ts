import { type AuditEvent, lessonsIn } from '../domain/audit.ts';
import type { Id } from '../domain/ids.ts';
import { ORGANISATION } from '../domain/organisation.ts';
import { hasRole } from '../domain/principal.ts';
import { requireRole } from './require-role.ts';
import { resolveProject } from './resolve-project.ts';
import type { Caller, Services } from './services.ts';
import { timeWindow } from './time-window.ts';

export interface ReadAuditInput {
  readonly project?: string;
  /** A token's id, or a name. */
  readonly by?: string;
  readonly since?: string;
  readonly limit?: number;
}

export type ListedEvent = Omit<AuditEvent, 'changes'> & {
  readonly lessons: readonly Id[];
  /** Tables that it wrote to, with the number of rows. */
  readonly rows: Readonly<Record<string, number>>;
};

/**
 * The events of the project and of the store itself, for an admin also those of the organisation's lessons, oldest first; with a
 * limit, the newest so many.
 *
 * @throws HoneError FORBIDDEN for anyone but a lead or an admin; INVALID_INPUT for a time that is none.
 */
export const readAudit = async (
  services: Services,
  caller: Caller,
  input: ReadAuditInput,
): Promise<{ items: ListedEvent[]; total: number }> => {
  requireRole(caller, 'read the audit', 'lead', 'admin');
  const { by, since, limit } = input;
  const filter = {
    ...(by === undefined ? {} : { by }),
    ...(since === undefined ? {} : { from: timeWindow({ since }, services.clock.now()).from }),
    ...(limit === undefined ? {} : { limit }),
  };
  const project = resolveProject(caller, input.project);
  // Votes on those come from every project: who gave them is for whoever cares for all.
  const shared = hasRole(caller.principal, 'admin') ? [ORGANISATION] : [];
  const found: AuditEvent[] = [];
  let total = 0;
  for (const chain of [project, '', ...shared]) {
    const events = await services.audit.events(chain, filter);
    found.push(...events.items);
    total += events.total;
  }
  const items = found.sort((a, b) => a.at.localeCompare(b.at)).map(listed);
  return { items: limit === undefined ? items : items.slice(-limit), total };
};

const listed = ({ changes, ...event }: AuditEvent): ListedEvent => {
  const rows: Record<string, number> = {};
  for (const [table] of changes) rows[table] = (rows[table] ?? 0) + 1;
  return { ...event, lessons: lessonsIn(changes), rows };
};
