import { readFileSync } from 'node:fs';

/** In MB of 1024² bytes. */
export interface Memory {
  /** All that is resident, pages of mapped files included: the program's, and the store's, which the system may take back. */
  readonly resident: number;
  /** Without the pages of files. */
  readonly own: number;
}

/** What a process holds in memory. @throws where there is no /proc. */
export const memoryOf = (pid: number): Memory => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { resident: megabytes(status, 'VmRSS'), own: megabytes(status, 'RssAnon') };
};

const megabytes = (status: string, name: string): number => {
  const found = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'mu').exec(status);
  if (found === null) throw new Error('the system does not say how much memory the process holds');
  return Number(found[1]) / 1024;
};
