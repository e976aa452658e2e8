import type { Readable, Writable } from 'node:stream';
import type { CiReport } from '../../domain/ci/ci-report.ts';
import { HoneError } from '../../domain/error.ts';
import type { BrowserSignIn } from '../../ports/browser-sign-in.ts';
import type { ClientSetups } from '../../ports/client-setups.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CodeHistory } from '../../ports/code-history.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { MachineInspection } from '../../ports/machine-inspection.ts';
import type { RestoredFacts } from '../../ports/store-backup.ts';
import type { TeamMachine } from '../../ports/team-machine.ts';
import type { Standby } from '../../use-cases/away/answer-when-away.ts';
import type { HealthReport } from '../../use-cases/examine-health.ts';
import { localPerson } from '../../use-cases/identify.ts';
import { recordDenial } from '../../use-cases/record-denial.ts';
import { resolveProject } from '../../use-cases/resolve-project.ts';
import type { Caller, Services } from '../../use-cases/services.ts';
import { signatureOf } from '../../use-cases/signed.ts';
import type { HookPlaces } from '../hooks/hook-places.ts';
import type { OpenServices } from '../lazy-services.ts';
import { type Output, TerminalOutput } from './output.ts';

/** What is known before anything is opened: flags and environment, checked. */
export interface Connection {
  readonly project: string;
  /** Whose word counts here. */
  readonly user: string;
  /** Folder of data and of what belongs to this user. */
  readonly home: string;
  /** Where the store lies, without credentials. */
  readonly storeLocation: string;
  readonly token?: string;
  /** Address of the identity provider whose tokens are taken beside those of the store. */
  readonly issuer?: string;
  /** The name under which it knows the command line on people's machines. */
  readonly cliClientId?: string | undefined;
  /** How people sign in there through their browser; absent: they do not. */
  readonly browserSignIn?: () => Promise<BrowserSignIn>;
  /** A project as it is known, however its remote is written. @throws HoneError INVALID_INPUT */
  readonly projectNamed: (name: string) => string;
  /** @throws HoneError STORE_UNAVAILABLE */
  readonly open: () => Promise<OpenServices>;
  /** The log of a server over HTTP, on stderr. */
  readonly log: () => Promise<EventLog>;
  /** What there is without a store. */
  readonly standby: () => Promise<Standby>;
  /** Puts a backup in the place of the store. @throws HoneError */
  readonly restore: (options: { file: string; key?: string; replace: boolean }) => Promise<RestoredFacts>;
  /** What the pipeline says in which the command runs; null outside of one. */
  readonly ci: CiReport | null;
  /** Of the folder from which the command was called. */
  readonly codeHistory: () => Promise<CodeHistory>;
  /** Where hooks leave what they saw, and where a server answers them. */
  readonly hooks: HookPlaces;
  /** What `hone init` writes with. */
  readonly clientSetups: () => Promise<ClientSetups>;
  readonly inspectMachine: () => Promise<MachineInspection>;
  /** The same as `hone doctor` finds, by a process beside this one, which goes on meanwhile. */
  readonly examineApart: () => Promise<HealthReport>;
  /** This machine's end of a team's server. */
  readonly teamMachine: () => Promise<TeamMachine>;
  /** The same, where this project is the team's and no store was named: then the team's server is meant. Else null. */
  readonly teamHere: () => Promise<TeamMachine | null>;
  readonly clock: () => Promise<Clock>;
}

export interface GlobalFlags {
  readonly store?: string;
  readonly project?: string;
  readonly model?: string;
  readonly json?: boolean;
  /** Every project that was named, in order; `project` is the last. */
  readonly projects?: readonly string[];
}

/** Where the program itself lies: absolute paths. */
export interface OwnFiles {
  readonly main: string;
  readonly folder: string;
}

/** What the process gives to the command line. */
export interface CliHost {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: Writable;
  /** False with NO_COLOR. */
  readonly color: boolean;
  /** With HONE_LOG=debug: an error that nobody foresaw shows where it comes from. */
  readonly debug: boolean;
  readonly folder: string;
  /** Where this program's own things are: its main file, and the folder with package.json and data/. */
  readonly own: OwnFiles;
  /** `serving`: it will answer agents, who do not wait; `remote`: from other machines. */
  readonly connect: (flags: GlobalFlags & { serving?: boolean; remote?: boolean }) => Promise<Connection>;
}

/** What a command may use. Everything in it is made at first use, so that `--help` costs nothing. */
export interface CliContext {
  /** Hone's own. */
  readonly version: string;
  readonly output: Output;
  /** True when a person can answer questions: both ends are terminals, and no `--json`. */
  readonly interactive: boolean;
  /** For questions: keys come from `input`, prompts go to `output` (stderr: stdout is for data). */
  readonly terminal: { readonly input: Readable; readonly output: Writable };
  /** Folder from which the command was called. */
  readonly folder: string;
  readonly own: OwnFiles;
  /** What the process ends with when nothing is thrown: 0, unless a command sets 1. */
  exitCode: 0 | 1;
  /** @throws HoneError INVALID_INPUT when a flag or a variable holds what is not allowed. */
  connection(): Promise<Connection>;
  /** The connection of a server: it answers agents, who do not wait for a model. */
  servingConnection(from?: { remote: boolean }): Promise<Connection>;
  /** Every project that was named with `--project`, in order. */
  readonly projects: readonly string[];
  /** Opens the store, once. @throws HoneError STORE_UNAVAILABLE */
  services(): Promise<Services>;
  /** Opens a store of its own at this path, for what must not touch the real one. Whoever opens it closes it. */
  openScratch(path: string): Promise<OpenServices>;
  /**
   * The person at the keyboard, in the project of the connection.
   *
   * @throws HoneError when the token in HONE_TOKEN does not admit them, or does not cover the project that was typed.
   */
  caller(): Promise<Caller>;
}

/** The context of one process; `settle` takes the flags once they are parsed, `close` gives back what was opened. */
export class ProcessContext implements CliContext {
  readonly version: string;
  readonly output: TerminalOutput;
  readonly folder: string;
  readonly own: OwnFiles;
  readonly terminal: CliContext['terminal'];
  exitCode: 0 | 1 = 0;
  readonly #host: CliHost;
  #flags: GlobalFlags = {};
  #connection: Promise<Connection> | null = null;
  #opened: Promise<OpenServices> | null = null;
  #signed: Services | null = null;
  /** What was typed, without its arguments. */
  #verb = 'hone';

  constructor(host: CliHost, version: string) {
    this.#host = host;
    this.version = version;
    this.folder = host.folder;
    this.own = host.own;
    this.terminal = { input: host.stdin, output: host.stderr };
    this.output = new TerminalOutput({ ...host, color: host.color && host.stdout.isTTY === true });
  }

  settle(flags: GlobalFlags, verb: string): void {
    this.#flags = flags;
    this.#verb = verb;
    this.output.json = flags.json === true;
  }

  get projects(): readonly string[] {
    return this.#flags.projects ?? [];
  }

  get interactive(): boolean {
    return this.#host.stdin.isTTY === true && this.#host.stdout.isTTY === true && !this.output.json;
  }

  connection(): Promise<Connection> {
    this.#connection ??= this.#host.connect(this.#flags);
    return this.#connection;
  }

  servingConnection({ remote } = { remote: false }): Promise<Connection> {
    this.#connection = this.#host.connect({ ...this.#flags, serving: true, ...(remote ? { remote } : {}) });
    return this.#connection;
  }

  async services(): Promise<Services> {
    const opened = await this.#open();
    if (this.#signed === null) await this.#sayWhoseStore();
    // Who writes is asked when something is written: reading needs no name.
    this.#signed ??= {
      ...opened,
      unitOfWork: {
        compact: () => opened.unitOfWork.compact(),
        write: async (work, signature) =>
          opened.unitOfWork.write(work, signature ?? signatureOf(await this.caller(), this.#verb)),
      },
    };
    return this.#signed;
  }

  /** On a machine of a team, somebody who looks into their own store may mean the team's. */
  async #sayWhoseStore(): Promise<void> {
    const url = (await (await this.connection()).teamHere())?.read()?.url;
    if (url !== undefined) this.output.note(`This is your own store; the team's is at ${this.output.show(url)}/`);
  }

  async #open(): Promise<OpenServices> {
    const { open } = await this.connection();
    this.#opened ??= open();
    return this.#opened;
  }

  async openScratch(path: string): Promise<OpenServices> {
    const { open } = await this.#host.connect({ ...this.#flags, store: path });
    return open();
  }

  async caller(): Promise<Caller> {
    const caller = await this.#whoever();
    // What was typed is meant: another project in its place would answer a question that nobody asked.
    if (this.#flags.project !== undefined) resolveProject(caller, (await this.connection()).project);
    return caller;
  }

  async #whoever(): Promise<Caller> {
    const local = await this.connection();
    return localPerson(await this.#open(), local);
  }

  /** Notes in the audit who tried what they may not. */
  async noteDenial(error: unknown): Promise<void> {
    if (!(error instanceof HoneError) || error.code !== 'FORBIDDEN' || this.#opened === null) return;
    const caller = await this.#whoever().catch(() => null);
    if (caller !== null) await recordDenial(await this.#opened, caller, this.#verb, error);
  }

  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => null);
    await opened?.close();
  }
}
