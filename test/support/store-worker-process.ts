import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const running = new Set<ChildProcessWithoutNullStreams>();
afterEach(() => {
  for (const child of running) child.kill('SIGKILL');
});

export interface WorkerProcess {
  /** Lets it begin. */
  go(): void;
  kill(): void;
  /** Lets it do nothing more, with all that it has open. */
  freeze(): void;
  /** Exit code and all of stderr; the code is null when it was killed. */
  readonly ended: Promise<{ code: number | null; errors: string }>;
}

/** A writing process that has loaded its program and waits for `go`. */
export const startStoreWorker = async (options: {
  path: string;
  name: string;
  first: number;
  count: number;
  acknowledged: string;
}): Promise<WorkerProcess> => {
  const script = join(import.meta.dirname, '../end-to-end/workers/store-worker.ts');
  const { path, name, first, count, acknowledged } = options;
  const child = spawn(process.execPath, ['--import', 'tsx', script, path, name, `${first}`, `${count}`, acknowledged]);
  running.add(child);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code, errors });
    });
  });
  await Promise.race([once(child.stdout, 'data'), ended]);
  return {
    go: () => child.stdin.end('go\n'),
    kill: () => child.kill('SIGKILL'),
    freeze: () => child.kill('SIGSTOP'),
    ended,
  };
};
