import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder for this user only, with those above it. (Node's own recursion never ends below some special folders.) */
export const makePrivateFolder = (folder: string): void => {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error;
    makePrivateFolder(dirname(folder));
    mkdirSync(folder, { mode: 0o700 });
  }
};
