import { type AuditEvent, lessonsIn } from '../domain/audit.ts';
import type { Id } from '../domain/ids.ts';
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
 * The events of the project and of the store itself, oldest first; with a limit, the newest so many.
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
  const [own, ofStore] = [await services.audit.events(project, filter), await services.audit.events('', filter)];
  const items = [...own.items, ...ofStore.items].sort((a, b) => a.at.localeCompare(b.at)).map(listed);
  return { items: limit === undefined ? items : items.slice(-limit), total: own.total + ofStore.total };
};

const listed = ({ changes, ...event }: AuditEvent): ListedEvent => {
  const rows: Record<string, number> = {};
  for (const [table] of changes) rows[table] = (rows[table] ?? 0) + 1;
  return { ...event, lessons: lessonsIn(changes), rows };
};
