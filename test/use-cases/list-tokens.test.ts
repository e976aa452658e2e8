import { expect, it } from 'vitest';
import { createToken } from '../../src/use-cases/create-token.ts';
import { listTokens } from '../../src/use-cases/list-tokens.ts';
import { openTestServices, soloPerson, teamReviewer } from '../support/test-services.ts';

it('lists what was made, with its present status, for admins', async () => {
  const { services, clock } = await openTestServices();
  await createToken(services, soloPerson, { name: 'ann', role: 'agent', projects: '*', expires: '1h' });
  await createToken(services, soloPerson, { name: 'ben', role: 'lead', projects: ['app'] });
  clock.advance(2);
  const { items, total } = await listTokens(services, soloPerson);
  expect(total).toBe(2);
  expect(items.map((one) => [one.for, one.role, one.projects, one.status, one.created_by])).toEqual([
    ['ann', 'agent', '*', 'expired', 'ann'],
    ['ben', 'lead', ['app'], 'live', 'ann'],
  ]);
  await expect(listTokens(services, teamReviewer('ben'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
