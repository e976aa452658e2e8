import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Time } from '../../../domain/ids.ts';
import { parseTime } from '../../../domain/parse-time.ts';

/** Keeps beside the store when the whole of it was last found as it was signed. No part of the trail: it says only when somebody looked. */
export const verifiedFile = (path: string): string => `${path}.verified`;

export const noteVerified = (path: string, at: Time): void => {
  const draft = `${verifiedFile(path)}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(draft, `${at}\n`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, verifiedFile(path));
  } catch {
    // The disk is full or may not be written: the older time stays, and an alarm on its age is right.
  }
};

/** Null when it never was, or nobody can tell. */
export const lastVerified = (path: string): Time | null => {
  try {
    return parseTime(readFileSync(verifiedFile(path), 'utf8').trim());
  } catch {
    return null;
  }
};
