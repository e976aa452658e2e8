import { OVERRIDE_MEANS } from '../../domain/override.ts';
import type { Services } from '../services.ts';
import { type Check, ok, warn } from './check.ts';

/** What an operator switched off. */
export const overridesCheck = async ({ stores, clock }: Services): Promise<Check[]> => {
  const off = await stores.overrides.active(clock.now());
  if (off.length === 0) return [ok('overrides', 'Nothing is switched off.')];
  const words = off.map(({ name, until, by }) => `${name} is off until ${until}, by ${by}: ${OVERRIDE_MEANS[name]}`);
  return [warn('overrides', `${words.join('; ')}.`, `hone override clear ${off.map(({ name }) => name).join(' ')}`)];
};
