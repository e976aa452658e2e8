import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Tests that start Hone start what users start: the built program, of the present source. */
export const setup = (): void => {
  const root = join(import.meta.dirname, '../..');
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
};
