import { expect, it } from 'vitest';
import { createToken } from '../../src/use-cases/create-token.ts';
import { revokeToken } from '../../src/use-cases/revoke-token.ts';
import { openTestServices, soloPerson, teamReviewer } from '../support/test-services.ts';

it('ends a token for good, once, for admins', async () => {
  const { services } = await openTestServices();
  const { id, token } = await createToken(services, soloPerson, { name: 'ben', role: 'reviewer', projects: ['app'] });
  await expect(revokeToken(services, teamReviewer('ben'), { token_id: id })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  const first = await revokeToken(services, soloPerson, { token_id: id });
  expect(first).toMatchObject({ id, status: 'revoked', ended_by: 'ann' });
  expect(await revokeToken(services, soloPerson, { token_id: id })).toEqual(first);
  expect(await services.credentials.identify(token)).toEqual({ status: 'revoked' });
  await expect(revokeToken(services, soloPerson, { token_id: 'tok_x' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
