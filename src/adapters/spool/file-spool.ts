import { appendFileSync, existsSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Captured } from '../../domain/capture/captured.ts';
import type { EventSpool, SpoolBatch } from '../../ports/event-spool.ts';
import { makePrivateFolder } from './private-folder.ts';
import { forgetOldSessions } from './session-files.ts';

const OPEN = 'events.jsonl';
const CLAIMED = /^claimed-(\d+)-[^.]*\.jsonl$/u;
/** A hook that opened the file before it was claimed has written long before. */
const SETTLED_MS = 10_000;

/**
 * Lines appended to one file of this user. Whoever drains renames that file, so writers and readers never wait for each
 * other; a claimed file is deleted only once no hook can still be writing to it.
 */
export const fileSpool = (folder: string, now: () => number = Date.now): EventSpool => ({
  append: (event) => {
    makePrivateFolder(folder);
    appendFileSync(join(folder, OPEN), `${JSON.stringify(event)}\n`, { mode: 0o600, flag: 'a' });
  },
  claim: async () => {
    claimOpen(folder, now());
    forgetOldSessions(folder, now());
    return claimedFiles(folder).map((name) => batchOf(join(folder, name), now));
  },
  waits: () => existsSync(join(folder, OPEN)) || claimedFiles(folder).length > 0,
});

const claimOpen = (folder: string, at: number): void => {
  const open = join(folder, OPEN);
  try {
    if (statSync(open).size > 0) renameSync(open, join(folder, `claimed-${at}-${process.pid}.jsonl`));
  } catch (error) {
    // No file: nothing waits, or another process was first.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
};

const claimedFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => CLAIMED.test(name))
      .sort();
  } catch {
    return [];
  }
};

const batchOf = (file: string, now: () => number): SpoolBatch => {
  const text = readOrNothing(file);
  const read = text.split('\n').filter((line) => line !== '');
  const events = read.flatMap((line) => parsed(line));
  return {
    events,
    unreadable: read.length - events.length,
    done: async () => {
      const claimedAt = Number(CLAIMED.exec(file.slice(file.lastIndexOf('claimed-')))?.[1] ?? 0);
      const settled = now() - claimedAt > SETTLED_MS;
      if (settled && readOrNothing(file).length === text.length) removeQuietly(file);
    },
  };
};

const parsed = (line: string): Captured[] => {
  try {
    const value = JSON.parse(line) as Captured;
    return value.v === 1 && typeof value.id === 'string' && typeof value.what?.type === 'string' ? [value] : [];
  } catch {
    return [];
  }
};

const readOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const removeQuietly = (file: string): void => {
  try {
    unlinkSync(file);
  } catch {
    // Another process drained it too: what counts is that it is gone.
  }
};
