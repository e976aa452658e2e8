import { mayUseProject } from '../domain/principal.ts';
import { inProject } from '../use-cases/identify.ts';
import { recordDenial } from '../use-cases/record-denial.ts';
import type { Caller, Services } from '../use-cases/services.ts';
import { signed } from '../use-cases/signed.ts';
import { withinLimits } from '../use-cases/within-limits.ts';
import type { Tool } from './tool.ts';
import type { ReportRemoved } from './validate/clean-texts.ts';
import { validate } from './validate.ts';

/** A caller whose connection remembers the projects that it named. */
export interface Connection extends Caller {
  readonly known: Set<string>;
}

/**
 * Checks the arguments, runs the tool, and remembers the project that the call named: from then on its ids may be given
 * without it.
 *
 * @throws HoneError
 */
export const callTool = async (
  services: Services,
  connection: Connection,
  tool: Tool,
  raw: unknown,
  report?: ReportRemoved,
): Promise<object> => {
  await withinLimits(services, connection, { verb: tool.name, reads: tool.annotations.readOnlyHint });
  const removed: { field: string; count: number }[] = [];
  const input = validate(tool, raw, (field, count) => {
    removed.push({ field, count });
    report?.(field, count);
  });
  const placed = placedBy(connection, input);
  const caller = removed.length === 0 ? placed : { ...placed, removed };
  const output = await tool.run(signed(services, caller, tool.name), caller, input).catch(async (error) => {
    await recordDenial(services, caller, tool.name, error);
    throw error;
  });
  const { project } = input;
  if (typeof project === 'string' && mayUseProject(caller.principal, project)) connection.known.add(project);
  return output;
};

/** Somebody with a role in each project acts with the one of the project that the call names. */
const placedBy = (connection: Connection, { project }: { project?: unknown }): Caller => {
  const { memberships } = connection.principal;
  return memberships !== undefined && typeof project === 'string' && memberships.has(project)
    ? { ...inProject(connection, project), project: connection.project }
    : connection;
};
