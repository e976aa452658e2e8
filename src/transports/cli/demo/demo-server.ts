import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const DEMO_PROJECT = 'curl-demo';

/** Of what the server says on stderr, the end is kept for an error. */
const LONGEST_COMPLAINT = 1_000;

/** The real server in a process of its own, spoken to over the real protocol. */
export interface DemoServer {
  /** The structured answer of a tool. @throws Error when the tool refuses. */
  call<T>(tool: string, args: Record<string, unknown>): Promise<T>;
  /** Runs `hone` as a person at the command line would. @throws Error when it fails. */
  command(...args: readonly string[]): Promise<void>;
  /** Hands facts over as a pipeline would: a file of events, by `hone import`. */
  report(events: readonly object[]): Promise<void>;
  close(): Promise<void>;
}

export const startDemoServer = async (main: string, folder: string, version: string): Promise<DemoServer> => {
  const { Client } = await import('@modelcontextprotocol/client');
  const { getDefaultEnvironment, StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  const env = { ...getDefaultEnvironment(), HONE_HOME: folder, HONE_USER: 'demo' };
  const program = [...process.execArgv, main];
  const where = ['--store', join(folder, 'demo.db'), '--project', DEMO_PROJECT];
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [...program, 'serve', ...where],
    env,
    cwd: folder,
    stderr: 'pipe',
  });
  let complaints = '';
  transport.stderr?.on('data', (chunk) => {
    complaints = `${complaints}${String(chunk)}`.slice(-LONGEST_COMPLAINT);
  });
  const client = new Client({ name: 'hone-demo', version });
  await client.connect(transport).catch((error: Error) => {
    throw new Error(`the server did not start: ${error.message} ${complaints}`.trim(), { cause: error });
  });
  const command = (...args: readonly string[]): Promise<void> =>
    runCommand([...program, ...args, ...where, '--json'], { env, cwd: folder });
  return {
    call: async <T>(tool: string, args: Record<string, unknown>) => {
      const answer = await client.callTool({ name: tool, arguments: args });
      if (answer.isError === true) throw new Error(`${tool} refused: ${textOf(answer.content)} ${complaints}`.trim());
      return answer.structuredContent as T;
    },
    command,
    report: async (events) => {
      const file = join(folder, 'events.jsonl');
      await writeFile(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      await command('import', file, '--format', 'events');
    },
    close: () => client.close(),
  };
};

const textOf = (content: unknown): string =>
  Array.isArray(content) ? content.map((part: { text?: string }) => part.text ?? '').join(' ') : '';

const runCommand = (args: readonly string[], options: { env: Record<string, string>; cwd: string }): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`the command ended with ${code}: ${said}`)),
    );
  });
