import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import type { CliHost, Connection } from '../../src/transports/cli/context.ts';
import { runCommandLine } from '../../src/transports/cli/run-command-line.ts';
import type { Services } from '../../src/use-cases/services.ts';

class Kept extends Writable {
  text = '';
  readonly isTTY: boolean;
  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

export interface CliAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Flags of each connection that was asked for. */
  readonly connections: readonly Parameters<CliHost['connect']>[0][];
}

export interface CliOptions {
  /** Without: opening fails the test. */
  readonly services?: Services;
  readonly terminal?: boolean;
  readonly color?: boolean;
  readonly connection?: Partial<Connection>;
}

/** Runs one command in this process, with everything that it writes kept. */
export const runCli = async (args: readonly string[], options: CliOptions = {}): Promise<CliAnswer> => {
  const stdout = new Kept(options.terminal ?? false);
  const stderr = new Kept(options.terminal ?? false);
  const connections: Parameters<CliHost['connect']>[0][] = [];
  const { services } = options;
  const exitCode = await runCommandLine(args, '0.0.0-test', {
    stdin: new PassThrough(),
    stdout,
    stderr,
    color: options.color ?? false,
    debug: false,
    folder: process.cwd(),
    own: { main: '/nowhere/main.js', folder: join(import.meta.dirname, '../..') },
    connect: async (flags) => {
      connections.push(flags);
      return {
        project: flags.project ?? 'app',
        user: 'ann',
        home: '/nowhere',
        storeLocation: '/nowhere/hone.db',
        open: async () => {
          if (services === undefined) throw new Error('this command must not open the store');
          return { ...services, close: async () => {} };
        },
        log: async () => {
          throw new Error('this command must not log');
        },
        ci: null,
        codeHistory: async () => {
          throw new Error('this command must not look at the repository');
        },
        projectNamed: (name) => name,
        restore: async () => {
          throw new Error('this command must not restore');
        },
        hooks: { spool: { append: () => {}, claim: async () => [], waits: () => false }, sockets: '/nowhere' },
        clientSetups: async () => {
          throw new Error('this command must not look at the clients');
        },
        teamHere: async () => null,
        teamMachine: async () => {
          throw new Error('this command must not look for a team');
        },
        clock: async () => {
          throw new Error('this command must not ask for the time');
        },
        standby: async () => {
          throw new Error('this command must not keep calls');
        },
        examineApart: async () => {
          throw new Error('this command must not examine');
        },
        inspectMachine: async () => {
          throw new Error('this command must not look at the machine');
        },
        ...(options.connection as object),
      };
    },
  });
  return { exitCode, stdout: stdout.text, stderr: stderr.text, connections };
};
