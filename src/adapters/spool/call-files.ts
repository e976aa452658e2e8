import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { CallSpool, KeptCall } from '../../ports/call-spool.ts';
import { makePrivateFolder } from './private-folder.ts';

const WAITING = /^call-[\w-]+\.json$/u;
const SET_ASIDE = /^aside-[A-Z_]+-[\w-]+\.json$/u;
const MOST_WAITING = 1_000;

/** One file a call, so that a crash can cut none of them and several processes need no lock. Names sort by time. */
export const callFiles = (folder: string): CallSpool => {
  const path = (id: string): string => join(folder, `call-${id}.json`);
  return {
    keep: async (call) => {
      makePrivateFolder(folder);
      if ((await namesIn(folder, WAITING)).length >= MOST_WAITING) throw new Error('too many calls wait already');
      await writeDurably(path(call.id), JSON.stringify(call));
    },
    waiting: async () => {
      const calls: KeptCall[] = [];
      for (const name of await namesIn(folder, WAITING)) {
        const call = await readCall(join(folder, name));
        if (call !== null) calls.push(call);
      }
      return calls;
    },
    done: (id) => rm(path(id), { force: true }),
    setAside: async (id, code) => {
      // Another process may have been first.
      await rename(path(id), join(folder, `aside-${code}-${id}.json`)).catch(() => {});
    },
    counts: async () => ({
      waiting: (await namesIn(folder, WAITING)).length,
      setAside: (await namesIn(folder, SET_ASIDE)).length,
    }),
  };
};

const namesIn = async (folder: string, pattern: RegExp): Promise<string[]> => {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => pattern.test(name)).sort();
};

/** What cannot be read is left where it is: `hone doctor` counts it as waiting. */
const readCall = async (file: string): Promise<KeptCall | null> => {
  try {
    const call = JSON.parse(await readFile(file, 'utf8')) as KeptCall;
    const texts = [call.id, call.at, call.tool, call.project, call.by].every((value) => typeof value === 'string');
    return texts && typeof call.input === 'object' && call.input !== null && Array.isArray(call.ids) ? call : null;
  } catch {
    return null;
  }
};

const writeDurably = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.tmp`;
  try {
    const file = await open(draft, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};
