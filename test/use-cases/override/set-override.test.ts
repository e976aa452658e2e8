import { expect, it } from 'vitest';
import { clearOverride } from '../../../src/use-cases/override/clear-override.ts';
import { setOverride } from '../../../src/use-cases/override/set-override.ts';
import { openTestServices, soloPerson, teamReviewer } from '../../support/test-services.ts';

it('switches off for a while, for admins, with a reason, and leaves events', async () => {
  const { services, clock } = await openTestServices();
  const input = { names: ['delivery', 'dense'], for: '2h', reason: 'looking' } as const;
  await expect(setOverride(services, teamReviewer('ben'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  const { items } = await setOverride(services, soloPerson, input);
  expect(items.map(({ name, by, reason }) => [name, by, reason])).toEqual([
    ['delivery', 'ann', 'looking'],
    ['dense', 'ann', 'looking'],
  ]);
  await expect(clearOverride(services, teamReviewer('ben'), { names: [] })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  expect((await clearOverride(services, soloPerson, { names: ['dense', 'holdout'] })).items).toHaveLength(1);
  clock.advance(2.01);
  expect(await services.stores.overrides.active(clock.now())).toEqual([]);
  const verbs = (await services.audit.events('', {})).items.map(({ verb, role }) => `${verb} ${role}`);
  expect(verbs).toEqual(['override set admin', 'override clear admin']);
  for (const wrong of [{ for: '8d' }, { for: '0h' }, { for: 'long' }, { reason: ' ' }]) {
    await expect(setOverride(services, soloPerson, { ...input, ...wrong })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  }
});
