import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** Client configurations hold `~` as it is: no shell expands it there. */
export const expandHome = (path: string): string =>
  /^~(?=$|[\\/])/u.test(path) ? join(homedir(), path.slice(1)) : path;

/** The folder of data and of what belongs to this user. */
export const homeFolder = (named: string | undefined, folder: string): string =>
  resolve(folder, expandHome(named ?? envPaths('hone', { suffix: '' }).data));

/** The file of the store; `named` is a path. */
export const storeFile = (named: string | undefined, folder: string, home: string): string =>
  named === undefined ? join(home, 'hone.db') : resolve(folder, expandHome(named));
