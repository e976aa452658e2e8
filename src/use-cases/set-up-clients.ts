import type { ClientPlan, RefusedFile, SetupClient, SetupScope, StartCheck } from '../domain/client-setup.ts';
import { HoneError } from '../domain/error.ts';
import type { ClientSetups, SetupRequest } from '../ports/client-setups.ts';

export interface SetUpClientsInput {
  /** Empty: all that are found. */
  readonly clients: readonly SetupClient[];
  readonly scope: SetupScope;
  readonly extras: boolean;
  readonly dryRun: boolean;
  readonly remove: boolean;
}

export interface SetUpClientsResult {
  readonly plans: readonly ClientPlan[];
  readonly refused: readonly RefusedFile[];
  /** Null when nothing was to be started. */
  readonly check: StartCheck | null;
}

/**
 * Writes Hone into the configuration of clients, or takes it out. A file that cannot be read is named and left alone, the
 * others go on.
 *
 * @throws HoneError NOT_FOUND when no client was named and none is there.
 */
export const setUpClients = async (setups: ClientSetups, input: SetUpClientsInput): Promise<SetUpClientsResult> => {
  const clients = input.clients.length > 0 ? input.clients : await setups.found();
  if (clients.length === 0) {
    throw new HoneError(
      'NOT_FOUND',
      'No agent client was found on this machine.',
      'Name the one that you will use: hone init --client claude-code',
    );
  }
  const launch = await setups.launch(input.scope);
  const planOf = (request: SetupRequest): Promise<ClientPlan> =>
    input.remove ? setups.planRemoval(request) : setups.plan(request, launch);
  const plans: ClientPlan[] = [];
  for (const client of clients) {
    const plan = await planOf({ client, scope: input.scope, extras: input.extras });
    // Written before the next client is planned: some share a file.
    if (!input.dryRun) await writeAll(setups, plan, input.remove);
    plans.push(plan);
  }
  const refused = plans.flatMap((plan) => plan.refused);
  const started = !input.remove && !input.dryRun;
  return { plans, refused, check: started ? await setups.check(launch) : null };
};

const writeAll = async (setups: ClientSetups, { files }: ClientPlan, removing: boolean): Promise<void> => {
  for (const change of files) {
    if (change.before !== change.after) await setups.write(change, removing);
  }
};
