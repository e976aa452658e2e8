import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import type { HealthReport } from './use-cases/examine-health.ts';

/** What is to be examined, and from where. */
export interface Examination {
  readonly config: Config;
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** The same from src/ and from dist/: both lie beside this file. */
const EXAMINE = fileURLToPath(new URL(`./examine${extname(import.meta.url)}`, import.meta.url));
const LONGEST_MS = 300_000;

/** The report of a process that examines what this one uses. @throws when it ends without one */
export const examineApart = async (examination: Examination): Promise<HealthReport> => {
  const { folder: cwd } = examination;
  const child = fork(EXAMINE, { cwd, stdio: ['ignore', 'ignore', 'ignore', 'ipc'], timeout: LONGEST_MS });
  const ended = once(child, 'exit').then(() => {
    throw new Error('the examination ended without a report');
  });
  child.send(examination);
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [HealthReport];
  return report;
};
