import { spawn } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../dist/main.js');

export interface HoneAnswer {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command in a process of its own, with nothing of this environment but what it needs to start. */
export const hone = (
  args: readonly string[],
  options: { home: string; folder?: string; environment?: Record<string, string>; main?: string },
): Promise<HoneAnswer> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [options.main ?? main, ...args], {
      cwd: options.folder ?? options.home,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: options.home,
        HONE_HOME: join(options.home, 'hone'),
        HONE_USER: 'ann',
        HONE_PROJECT: 'app',
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const kept = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      kept.stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      kept.stderr += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...kept }));
  });
