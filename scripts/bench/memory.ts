import { readFileSync } from 'node:fs';

/** What a process holds in memory, in MB of 1024² bytes. @throws where there is no /proc. */
export const residentMegabytes = (pid: number): number => {
  const found = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  if (found === null) throw new Error('the system does not say how much memory the process holds');
  return Number(found[1]) / 1024;
};
