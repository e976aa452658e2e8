import type { BackupFacts } from '../ports/store-backup.ts';
import { requireRole } from './require-role.ts';
import type { Caller, Services } from './services.ts';
import { signatureOf } from './signed.ts';

/**
 * Copies the whole store into a new file, while others go on writing. Whoever gets the copy can read everything, so it has
 * an event.
 *
 * @throws HoneError FORBIDDEN for anyone but an admin; CONFLICT when the file exists; STORE_UNAVAILABLE.
 */
export const backUpStore = async (
  services: Services,
  caller: Caller,
  input: { readonly file: string; readonly withKey: boolean },
): Promise<BackupFacts> => {
  const role = requireRole(caller, 'back up the store', 'admin');
  const facts = await services.backup.make(input.file, { withKey: input.withKey });
  await services.unitOfWork.write(async () => undefined, {
    ...signatureOf(caller, 'backup', role),
    project: '',
    noted: true,
  });
  return facts;
};
