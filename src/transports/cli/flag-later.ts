import { HoneError } from '../../domain/error.ts';
import type { CliContext } from './context.ts';

const AWAY: readonly string[] = ['BUSY', 'STORE_UNAVAILABLE'];

/**
 * Says it now; while the store is away, keeps it on this machine: the next flag, or the next server on the store, says it then, once.
 * What holds a secret is not kept, nor what was meant for a file that a person must mend first.
 *
 * @throws HoneError
 */
export const orLater = async (context: CliContext, input: object, now: () => Promise<void>): Promise<void> => {
  try {
    await now();
  } catch (error) {
    const isAway = error instanceof HoneError && AWAY.includes(error.code) && !error.lasting;
    if (!isAway || !(await keep(context, input))) throw error;
    context.output.result({ kept: true, why: `${error.code}: ${error.message}` }, () =>
      [
        `${error.code}: ${error.message}`,
        'What you said is kept on this machine and recorded as soon as the store is back, once. Do not say it again.',
      ].join('\n'),
    );
    return;
  }
  await sayKept(context).catch(() => undefined);
};

/** False where it cannot be kept either. */
const keep = async (context: CliContext, input: object): Promise<boolean> => {
  const { FLAG } = await import('../mcp/do-kept-calls.ts');
  const { standby, project, user } = await context.connection();
  const { spool, ids, clock, guard } = await standby();
  for (const text of textsIn(input)) if ((await guard.findSecrets(text)).length > 0) return false;
  const id = ids.next('recall');
  const kept = { idempotency_key: `kept ${id}`, ...input };
  return spool.keep({ id, at: clock.now(), tool: FLAG, project, by: user, input: kept, ids: [] }).then(
    () => true,
    () => false,
  );
};

/** What this person said before, while the store was away. */
const sayKept = async (context: CliContext): Promise<void> => {
  const { standby, user } = await context.connection();
  const { spool } = await standby();
  if ((await spool.counts()).waiting === 0) return;
  const { FLAG, doKeptCalls } = await import('../mcp/do-kept-calls.ts');
  const caller = await context.caller();
  await doKeptCalls(await context.services(), caller, spool, [user], ({ tool }) => tool === FLAG);
};

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};
