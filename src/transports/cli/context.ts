import type { Caller, Services } from '../../use-cases/services.ts';
import type { Output } from './output.ts';

/** What is known before anything is opened: flags and environment, checked. */
export interface Connection {
  readonly project: string;
  /** Whose word counts here. */
  readonly user: string;
  /** Folder of data and of what belongs to this user. */
  readonly home: string;
  /** Where the store lies, without credentials. */
  readonly storeLocation: string;
}

/** What a command may use. Everything in it is made at first use, so that `--help` costs nothing. */
export interface CliContext {
  readonly output: Output;
  /** True when a person can answer questions: both ends are terminals, and no `--json`. */
  readonly interactive: boolean;
  /** Folder from which the command was called. */
  readonly folder: string;
  /** @throws HoneError INVALID_INPUT when a flag or a variable holds what is not allowed. */
  connection(): Promise<Connection>;
  /** Opens the store, once. @throws HoneError STORE_UNAVAILABLE */
  services(): Promise<Services>;
  /** The person at the keyboard, in the project of the connection. */
  caller(): Promise<Caller>;
}
