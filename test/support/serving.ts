import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const main = join(import.meta.dirname, '../../dist/main.js');
const running = new Set<ChildProcess>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

/** How the real command is started, for whoever spawns it: nothing of this environment but what it needs. */
export const serveCommand = (home: string, args: readonly string[] = [], environment: Record<string, string> = {}) => ({
  command: process.execPath,
  args: [main, 'serve', ...args],
  cwd: home,
  env: {
    PATH: process.env.PATH ?? '',
    HOME: home,
    HONE_HOME: join(home, 'hone'),
    HONE_USER: 'ann',
    HONE_PROJECT: 'app',
    HONE_DENSE: 'off',
    ...environment,
  },
});

export interface Serving {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves once stdout holds `count` whole lines; rejects when the server ends before. */
  readonly lines: (count: number) => Promise<string[]>;
  readonly send: (...messages: readonly (object | string)[]) => void;
  readonly ended: Promise<number | null>;
}

/** A server in a process of its own, with what it writes kept. It ends with the test. */
export const startServing = (
  home: string,
  args: readonly string[] = [],
  environment: Record<string, string> = {},
): Serving => {
  const start = serveCommand(home, args, environment);
  const child = spawn(start.command, start.args, { cwd: start.cwd, env: start.env, stdio: 'pipe' });
  running.add(child);
  const kept = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    kept.stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    kept.stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return code as number | null;
  });
  const whole = (): string[] => kept.stdout.split('\n').slice(0, -1);
  return {
    child,
    ended,
    stdout: () => kept.stdout,
    stderr: () => kept.stderr,
    lines: async (count) => {
      while (whole().length < count) {
        const over = await Promise.race([once(child.stdout, 'data').then(() => false), ended.then(() => true)]);
        if (over && whole().length < count) throw new Error(`ended early: ${kept.stdout}${kept.stderr}`);
      }
      return whole();
    },
    send: (...messages) => {
      for (const one of messages) child.stdin.write(`${typeof one === 'string' ? one : JSON.stringify(one)}\n`);
    },
  };
};
