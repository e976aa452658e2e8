import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

export const PROJECT = 'github.com/curl/curl';
const MAIN = join(import.meta.dirname, '../../dist/main.js');
const INFO = { name: 'bench', version: '1.0.0' };

/** Runs `work` with a folder that goes away afterwards. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'hone-bench-run-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export interface Served {
  readonly client: Client;
  readonly pid: number;
  /** The structured answer. @throws when the call was refused. */
  readonly call: (name: string, args: Record<string, unknown>) => Promise<Record<string, unknown>>;
  readonly close: () => Promise<void>;
}

export interface ServeOptions {
  readonly folder: string;
  readonly store: string;
  readonly dense: boolean;
}

/** The built `hone serve` in a process of its own, connected. */
export const serve = ({ folder, store, dense }: ServeOptions): Promise<Served> =>
  connect([MAIN, 'serve', '--store', store], {
    cwd: folder,
    env: { HONE_HOME: folder, HONE_PROJECT: PROJECT, HONE_USER: 'ann', HONE_DENSE: dense ? 'on' : 'off' },
  });

/** Any MCP server over stdio, started by this same Node. */
export const connect = async (
  args: readonly string[],
  { cwd, env }: { cwd: string; env: Record<string, string> },
): Promise<Served> => {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...args],
    cwd,
    env: { PATH: process.env.PATH ?? '', HOME: cwd, ...env },
    stderr: 'ignore',
  });
  const client = new Client(INFO);
  await client.connect(transport);
  return {
    client,
    pid: transport.pid ?? 0,
    call: async (name, given) => {
      const answer = await client.callTool({ name, arguments: given });
      if (answer.isError === true)
        throw new Error(`${name} was refused: ${JSON.stringify(answer.content).slice(0, 300)}`);
      return (answer.structuredContent ?? {}) as Record<string, unknown>;
    },
    close: () => client.close(),
  };
};

/** Asks until recall works with vectors: the model has loaded. */
export const untilWarm = async (served: Served): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const { path } = await served.call('recall_lessons', { query: 'is the model there yet' });
    if (path === 'hybrid') return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('recall never used vectors');
};
