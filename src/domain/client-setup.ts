/** Clients that `hone init` can set up. */
export const SETUP_CLIENTS = [
  'claude-code',
  'codex',
  'cursor',
  'vscode',
  'copilot-cli',
  'gemini',
  'opencode',
  'mcp-json',
] as const;
export type SetupClient = (typeof SETUP_CLIENTS)[number];

export const SETUP_SCOPES = ['user', 'project'] as const;
/** For this user in every repository, or in one repository for everyone. */
export type SetupScope = (typeof SETUP_SCOPES)[number];

/** The team's server, where this machine is connected to one. */
export interface RemoteServer {
  /** Of its MCP endpoint. */
  readonly url: string;
  /** Null: the file is for everyone, who have a token each in HONE_TOKEN. */
  readonly token: string | null;
}

/** How a client starts Hone: the words before `serve` or `hook`. */
export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  /** Variables that the server needs and that no argument can say. */
  readonly env: Readonly<Record<string, string>>;
  /** The server that clients use instead of starting one; hooks are started in any case. */
  readonly remote?: RemoteServer;
}

/** One file of a client as it is and as it would be. Null: not there. */
export interface FileChange {
  readonly client: SetupClient;
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
  /** It holds a credential: nobody else may read it. */
  readonly secret?: boolean;
}

/** A file that is left alone, and why. */
export interface RefusedFile {
  readonly client: SetupClient;
  readonly path: string;
  readonly why: string;
}

export interface ClientPlan {
  readonly client: SetupClient;
  readonly label: string;
  /** All files that it concerns, changed or not. */
  readonly files: readonly FileChange[];
  readonly refused: readonly RefusedFile[];
  /** What the person must know or do in this client. */
  readonly notes: readonly string[];
}

/** What happened when Hone was started as a client would start it. */
export interface StartCheck {
  readonly ok: boolean;
  readonly detail: string;
  /** From the start to the list of tools. */
  readonly ms: number | null;
}
