import type { Launch, SetupClient, SetupScope } from '../../domain/client-setup.ts';

/** Where files of this user and of the project lie. */
export interface Places {
  readonly home: string;
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** Folder of Hone's own data. */
  readonly ownFolder: string;
  /** Variables by which clients move their own folders. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A file of a client: how Hone gets into it and out again. Both keep everything else as it is; both throw on a file that they cannot read. */
export interface ManagedFile {
  readonly path: string;
  /** `null`: there is no file. */
  readonly add: (text: string | null, launch: Launch) => string;
  /** Null: nothing is left of it. */
  readonly remove: (text: string) => string | null;
  /** What of Hone stands in it now, whoever wrote it. */
  readonly find: (text: string) => FoundEntry;
}

/** How a file makes its client start Hone. */
export interface FoundEntry {
  /** The whole command of the server; `remote`: it is reached by an address. Absent: none. */
  readonly server?: Command | 'remote';
  /** Lines that the client hands to a shell, one an event. */
  readonly hooks?: readonly string[];
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

export interface ClientDefinition {
  readonly client: SetupClient;
  readonly label: string;
  /** Files, folders and commands of which any one shows that it is used here. */
  readonly traces: (places: Places) => readonly string[];
  readonly command: string | null;
  readonly files: (places: Places, scope: SetupScope, extras: boolean) => readonly ManagedFile[];
  /** Files that Hone may stand in beside those that it writes itself. */
  readonly others?: (places: Places) => readonly ManagedFile[];
  readonly notes: (scope: SetupScope, extras: boolean) => readonly string[];
}
