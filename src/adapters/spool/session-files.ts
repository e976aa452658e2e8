import { appendFileSync, closeSync, openSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SessionNote } from '../../domain/capture/session-notes.ts';
import { fingerprint } from '../../domain/text/fingerprint.ts';
import type { SessionMemory } from '../../ports/session-memory.ts';
import { makePrivateFolder } from './private-folder.ts';

const NOTES = 'notes.jsonl';
/** The same event through two hooks comes within moments; a person who says the same again takes longer. */
const SAME_EVENT_MS = 5_000;
const KEPT_MS = 14 * 24 * 3_600_000;

/** The notes of one session: a folder of small files below the spool. */
export const sessionFiles = (spool: string, session: string, now: () => number = Date.now): SessionMemory => {
  const folder = join(spool, 'sessions', fingerprint(session));
  const ensure = (): void => makePrivateFolder(folder);
  return {
    notes: () => readNotes(join(folder, NOTES)),
    note: (entry) => {
      ensure();
      appendFileSync(join(folder, NOTES), `${JSON.stringify(entry)}\n`, { mode: 0o600, flag: 'a' });
    },
    first: (mark) => {
      ensure();
      const slot = Math.floor(now() / SAME_EVENT_MS);
      const name = fingerprint(mark);
      const before = readdirSync(folder).includes(`${name}-${slot - 1}`);
      return makeOnce(join(folder, `${name}-${slot}`)) && !before;
    },
  };
};

const readNotes = (file: string): SessionNote[] => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    try {
      return line === '' ? [] : [JSON.parse(line) as SessionNote];
    } catch {
      return [];
    }
  });
};

/** Makes a file of this user with exclusive right; false when it was there. */
const makeOnce = (file: string): boolean => {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
};

/** Takes away the notes of sessions in which nothing happened for two weeks. */
export const forgetOldSessions = (spool: string, now: number = Date.now()): void => {
  const folder = join(spool, 'sessions');
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    if (now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) > KEPT_MS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
};
