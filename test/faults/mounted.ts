import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { afterEach } from 'vitest';

const mounted: string[] = [];
afterEach(() => {
  for (const folder of mounted.splice(0).reverse()) spawnSync('umount', ['-l', folder]);
});

const canMount = (): boolean => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return (
    spawnSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m tmpfs "$d" && umount "$d" && rmdir "$d"'])
      .status === 0
  );
};

/** Whether this process may mount file systems: root outside of most containers. Says so where it may not. */
export const mayMount = canMount();
if (!mayMount) console.warn('skipped: disks that fill up or lose power need root and the right to mount');

/** A small disk of its own at the folder, until the test ends. */
export const mount = (folder: string, ...args: readonly string[]): void => {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', [...args, folder]);
  mounted.push(folder);
};

export const unmount = (folder: string): void => {
  execFileSync('umount', [folder]);
  mounted.splice(mounted.indexOf(folder), 1);
};
