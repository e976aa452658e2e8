import { HoneError } from '../../domain/error.ts';
import { ID_PREFIXES, type Id } from '../../domain/ids.ts';
import { mayUseProject } from '../../domain/principal.ts';
import type { CallSpool, KeptCall } from '../../ports/call-spool.ts';
import type { Ids } from '../../ports/ids.ts';
import { tools } from '../../tools/index.ts';
import { flagInput } from '../../tools/person-input.ts';
import { validate } from '../../tools/validate.ts';
import { recordCorrection } from '../../use-cases/record-correction.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import { signed } from '../../use-cases/signed.ts';
import { startTask } from '../../use-cases/start-task.ts';

/**
 * Does the writes that waited for the store, in their order and each once, under the rights that the caller has now. What is
 * refused is set aside. Ends early when the store goes away again. Returns how many were done.
 */
export const doKeptCalls = async (
  services: Services,
  caller: Caller,
  spool: CallSpool,
  /** Names under which this caller may have kept them. */
  names: readonly string[] = [],
  /** Calls that this caller may do: an agent's are not done as a person. */
  mayDo: (call: KeptCall) => boolean = () => true,
): Promise<number> => {
  let done = 0;
  for (const call of (await spool.waiting()).filter(mayDo)) {
    const own = call.by === caller.principal.name || names.includes(call.by);
    if (!own || !mayUseProject(caller.principal, call.project)) continue;
    try {
      await doOne({ ...services, ids: promisedIds(services.ids, call.ids) }, caller, call);
      await spool.done(call.id);
      done += 1;
    } catch (error) {
      const code = error instanceof HoneError ? error.code : 'STORE_UNAVAILABLE';
      if (code === 'BUSY' || code === 'STORE_UNAVAILABLE') return done;
      await spool.setAside(call.id, code);
    }
  }
  return done;
};

const doOne = async (services: Services, caller: Caller, call: KeptCall): Promise<void> => {
  if (call.tool === FLAG) return doFlag(services, caller, call);
  const tool = tools.find(({ name }) => name === call.tool);
  if (tool === undefined) throw new HoneError('INVALID_INPUT', 'A kept call names no tool.', '');
  const input = validate(tool, call.input);
  const within: Caller = { ...caller, project: call.project, known: new Set([...caller.known, call.project]) };
  const acting = signed(services, within, tool.name);
  // Whoever began the task was told nothing, so nothing is recalled for it now.
  if (tool.name === 'start_task') await startTask(acting, within, input as never, { recall: false });
  else await tool.run(acting, within, input);
};

/** What a person said at the command line. */
export const FLAG = 'flag';

const doFlag = async (services: Services, caller: Caller, call: KeptCall): Promise<void> => {
  const input = validate(flagInput, call.input);
  const within: Caller = { ...caller, project: call.project, known: new Set([...caller.known, call.project]) };
  await recordCorrection(signed(services, within, FLAG), within, { ...input, project: call.project });
};

/** Gives out the promised ids first, each to the kind that it was promised for. */
const promisedIds = (ids: Ids, promised: readonly Id[]): Ids => {
  const left = [...promised];
  return {
    next: (kind) => {
      const at = left.findIndex((id) => id.startsWith(ID_PREFIXES[kind]));
      return at < 0 ? ids.next(kind) : (left.splice(at, 1)[0] ?? ids.next(kind));
    },
  };
};
