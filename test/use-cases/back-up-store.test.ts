import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { backUpStore } from '../../src/use-cases/back-up-store.ts';
import { openTestServices, soloPerson, teamReviewer, temporaryFolder } from '../support/test-services.ts';

it('copies the store for admins only, and has an event', async () => {
  const { services } = await openTestServices();
  const input = { file: join(temporaryFolder(), 'copy.db'), withKey: false };
  await expect(backUpStore(services, teamReviewer('ben'), input)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect(existsSync(input.file)).toBe(false);
  expect(await backUpStore(services, soloPerson, input)).toMatchObject({ file: input.file, key_file: null });
  expect((await services.audit.events('', {})).items).toMatchObject([{ verb: 'backup', actor: 'ann', role: 'admin' }]);
  await expect(backUpStore(services, soloPerson, input)).rejects.toMatchObject({ code: 'CONFLICT' });
});
