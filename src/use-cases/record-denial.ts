import { HoneError } from '../domain/error.ts';
import type { Caller, Services } from './services.ts';
import { signatureOf } from './signed.ts';

/** An error passes several places that would note it. */
const noted = new WeakSet<Error>();

/**
 * Notes who tried what they may not, when `error` says so. What cannot be noted is still refused: the store's own trouble
 * does not take the place of the answer.
 */
export const recordDenial = async (services: Services, caller: Caller, verb: string, error: unknown): Promise<void> => {
  if (!(error instanceof HoneError) || error.code !== 'FORBIDDEN' || noted.has(error)) return;
  noted.add(error);
  await services.unitOfWork
    .write(async () => undefined, { ...signatureOf(caller, verb), denied: true })
    .catch(() => undefined);
};
