import { errorFingerprint } from '../text/error-fingerprint.ts';
import { fingerprint } from '../text/fingerprint.ts';

/** The same for the same failure, whatever its times, numbers and addresses; null where there is none to compare. */
export const errorPrint = (error: string | undefined): string | null => {
  const bare = error === undefined ? '' : errorFingerprint(error);
  return bare === '' ? null : fingerprint(bare);
};
