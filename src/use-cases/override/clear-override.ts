import type { Override, OverrideName } from '../../domain/override.ts';
import { requireRole } from '../require-role.ts';
import type { Caller, Services } from '../services.ts';
import { signed } from '../signed.ts';

/**
 * Switches things on again before their time; without names, everything. What is on stays on.
 *
 * @returns what is still off.
 * @throws HoneError FORBIDDEN for anyone but an admin.
 */
export const clearOverride = async (
  services: Services,
  caller: Caller,
  input: { readonly names: readonly OverrideName[] },
): Promise<{ items: Override[]; total: number }> => {
  const role = requireRole(caller, 'switch something on', 'admin');
  return signed(services, caller, 'override clear', role).unitOfWork.write(async ({ overrides }) => {
    const at = services.clock.now();
    for (const { name } of await overrides.active(at)) {
      if (input.names.length === 0 || input.names.includes(name)) {
        await overrides.clear(name, { at, by: caller.principal.name });
      }
    }
    const items = await overrides.active(at);
    return { items, total: items.length };
  });
};
