import { createHash } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/** The folder of what hooks leave for a store: beside it, so that they find each other by the store alone. */
export const spoolFolder = (storePath: string): string => `${storePath}.hooks`;

/** The folder of what hooks leave for a team's server: each server its own, so that nothing meant for one goes to another. */
export const teamSpoolFolder = (home: string, url: string): string =>
  join(home, 'team.hooks', createHash('sha256').update(url).digest('hex').slice(0, 16));

/** The folder of what people said for the team's server while it was away. */
export const teamCallsFolder = (home: string, url: string): string => join(teamSpoolFolder(home, url), 'calls');

/** Longest path of a socket that every system takes (104 bytes on macOS, with room for the name). */
const LONGEST_FOLDER = 80;

/** The folder of the sockets on which servers answer hooks; on Windows the prefix of their pipes. */
export const socketFolder = (storePath: string, platform: NodeJS.Platform = process.platform): string => {
  const key = createHash('sha256').update(storePath).digest('hex').slice(0, 16);
  if (platform === 'win32') return `\\\\.\\pipe\\hone-${key}-`;
  const beside = join(spoolFolder(storePath), 'sockets');
  if (Buffer.byteLength(beside) <= LONGEST_FOLDER) return beside;
  return join(tmpdir(), `hone-${userInfo().uid}-${key}`);
};
