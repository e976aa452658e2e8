import type { Services } from '../services.ts';
import { type Check, ok, warn } from './check.ts';

const DAY_MS = 86_400_000;
const OLD_DAYS = 7;
const FIX = 'hone backup /another/disk/hone.db';

/** Whether there is a copy to restore from, and how old it is. That it restores was tried when it was made. */
export const backupCheck = async ({ backup, clock, stores }: Services): Promise<Check[]> => {
  const lessons = (await stores.directory.listProjects()).reduce((sum, one) => sum + one.lessons, 0);
  if (lessons === 0) return [ok('backups', 'No lesson yet, so nothing to lose.')];
  const newest = (await backup.list()).filter((one) => one.found).at(-1);
  if (newest === undefined) return [warn('backups', 'No backup of this store is where it was made.', FIX)];
  const days = Math.floor((Date.parse(clock.now()) - Date.parse(newest.at)) / DAY_MS);
  const detail = `The newest is ${days} days old: ${newest.file}`;
  return days < OLD_DAYS ? [ok('backups', detail)] : [warn('backups', detail, FIX)];
};
