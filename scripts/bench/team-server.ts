import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import { createToken } from '../../src/use-cases/create-token.ts';
import { localPerson } from '../../src/use-cases/identify.ts';
import { PROJECT } from './served.ts';

const MAIN = join(import.meta.dirname, '../../dist/main.js');

/** Credentials of so many agents of a team, in the store. */
export const makeTokens = async (store: string, folder: string, count: number): Promise<string[]> => {
  const environment = { HONE_HOME: folder, HONE_PROJECT: PROJECT, HONE_USER: 'ann', HONE_DENSE: 'off' };
  const services = await compose(await readConfig({ flags: { store }, environment, folder }));
  try {
    const admin = await localPerson(services, { user: 'ann', project: PROJECT });
    const tokens: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const made = await createToken(services, admin, { name: `agent-${at}`, role: 'agent', projects: [PROJECT] });
      tokens.push(made.token);
    }
    return tokens;
  } finally {
    await services.close();
  }
};

export interface TeamServer {
  readonly child: ChildProcess;
  readonly port: number;
  /** Its end, with the status. */
  readonly ended: Promise<number | null>;
  /** Size of its heap after a collection, in MB; of a server that was started with report-heap.mjs. */
  heap(): Promise<number>;
}

/** The built `hone serve --http` in a process of its own. `port` 0: any free one. */
export const startTeamServer = async (
  store: string,
  folder: string,
  port = 0,
  nodeArgs: readonly string[] = [],
): Promise<TeamServer> => {
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    HONE_HOME: folder,
    HONE_PROJECT: PROJECT,
    HONE_USER: 'ann',
  };
  const args = [MAIN, 'serve', '--http', '--port', String(port), '--store', store];
  const child = spawn(process.execPath, [...nodeArgs, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    child,
    ended,
    port: Number(/:(\d+)\s*$/u.exec(String(line))?.[1]),
    heap: async () => {
      child.kill('SIGUSR2');
      const [said] = (await once(child.stdout, 'data')) as [Buffer];
      return Number(/heap (\d+)/u.exec(String(said))?.[1]) / 1024 ** 2;
    },
  };
};

export interface Answered {
  readonly ms: number;
  readonly result: Record<string, unknown>;
}

export interface TeamClient {
  /** Calls a tool. @throws when there is no answer, or it is a refusal. */
  call(name: string, args: Record<string, unknown>): Promise<Answered>;
}

/** One agent on one connection, with as little work of its own as can be: it shares the machine with the server. */
export const teamClient = (port: number, token: string): TeamClient => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const headers = {
    'Content-Type': 'application/json',
    Accept: 'application/json, text/event-stream',
    Authorization: `Bearer ${token}`,
  };
  return {
    call: async (name, args) => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } });
      const start = performance.now();
      const text = await post({ agent, port, headers }, body);
      const ms = performance.now() - start;
      const line = text.startsWith('{') ? text : (/^data: (\{.*)$/mu.exec(text)?.[1] ?? '{}');
      const { result } = JSON.parse(line) as { result?: { isError?: boolean; structuredContent?: Answered['result'] } };
      if (result?.structuredContent === undefined || result.isError === true) {
        throw new Error(`${name} was refused: ${text.slice(0, 300)}`);
      }
      return { ms, result: result.structuredContent };
    },
  };
};

const post = (
  { agent, port, headers }: { agent: Agent; port: number; headers: Record<string, string> },
  body: string,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        path: '/mcp',
        method: 'POST',
        headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          response.statusCode === 200
            ? resolve(text)
            : reject(new Error(`status ${response.statusCode}: ${text.slice(0, 200)}`)),
        );
        response.on('error', reject);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
