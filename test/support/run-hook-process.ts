import { spawn } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '../../dist/main.js');

/** Calls the real hook as a client does: the event on stdin, in a process of its own. */
export const runHookProcess = (
  args: readonly string[],
  stdin: string | Buffer,
  options: { home: string; folder?: string; environment?: Record<string, string> },
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, 'hook', ...args], {
      cwd: options.folder ?? options.home,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: options.home,
        HONE_HOME: join(options.home, 'hone'),
        HONE_PROJECT: 'app',
        // What is told must not depend on how busy the machine is.
        HONE_READ_WAIT_MS: '20000',
        ...options.environment,
      },
      stdio: 'pipe',
    });
    const kept = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      kept.stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      kept.stderr += String(chunk);
    });
    child.on('error', reject);
    child.stdin.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, ...kept }));
    child.stdin.end(stdin);
  });
