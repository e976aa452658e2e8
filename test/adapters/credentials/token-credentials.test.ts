import { tokenCredentials } from '../../../src/adapters/credentials/token-credentials.ts';
import { describeCredentials } from '../../contracts/credentials.ts';
import { openTestServices } from '../../support/test-services.ts';

describeCredentials('tokens', async () => {
  const { services, clock } = await openTestServices();
  const { stores, unitOfWork } = services;
  const created = clock.now();
  const expires = new Date(Date.parse(created) + 90 * 86_400_000).toISOString();
  return {
    credentials: tokenCredentials({ stores, unitOfWork, clock }),
    add: (token, hash) =>
      unitOfWork.write(({ directory }) =>
        directory.addToken({ ...token, created_at: created, created_by: 'kim', expires_at: expires }, hash),
      ),
    revoke: async (tokenId) => {
      await unitOfWork.write(({ directory }) => directory.endToken(tokenId, { at: clock.now(), by: 'kim' }));
    },
    wait: (days) => clock.advance(days * 24),
  };
});
