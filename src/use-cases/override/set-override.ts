import { parseDuration } from '../../domain/duration.ts';
import { HoneError } from '../../domain/error.ts';
import type { Override, OverrideName } from '../../domain/override.ts';
import { refuseSecrets } from '../guard/screen-input.ts';
import { requireRole } from '../require-role.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';

const LONGEST_MS = 7 * 86_400_000;

export interface SetOverrideInput {
  readonly names: readonly OverrideName[];
  /** How long, e.g. `2h`. */
  readonly for: string;
  readonly reason: string;
}

/**
 * Switches something off for a while, in every running server from its next answer on. It comes back by itself.
 *
 * @throws HoneError FORBIDDEN for anyone but an admin; INVALID_INPUT for a time beyond 7 days, or no reason.
 */
export const setOverride = async (
  services: Services,
  caller: Caller,
  given: SetOverrideInput,
): Promise<{ items: Override[]; total: number }> => {
  const input = await refuseSecrets(services, given);
  const role = requireRole(caller, 'switch something off', 'admin');
  const ms = parseDuration(input.for);
  if (ms === null || ms > LONGEST_MS || input.reason.trim() === '') {
    throw new HoneError(
      'INVALID_INPUT',
      'How long it shall be off, or why, is not said.',
      'At most 7 days. Example: hone override set delivery=off --for 2h --reason "a bad lesson is being looked for"',
    );
  }
  const since = services.clock.now();
  const until = new Date(Date.parse(since) + ms).toISOString();
  const by = caller.principal.name;
  return signed(services, caller, 'override set', role).unitOfWork.write(async ({ overrides }) => {
    for (const name of input.names) await overrides.set({ name, since, until, reason: input.reason, by });
    const items = await overrides.active(since);
    return { items, total: items.length };
  });
};
