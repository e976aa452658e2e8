import type { TeamConnection } from '../domain/team-connection.ts';

/** Who a credential stands for, as the team's server says it. */
export interface TeamIdentity {
  readonly name: string;
  readonly roles: readonly string[];
  readonly projects: TeamConnection['projects'];
  readonly expires_at: string | null;
  /** Of the server's program. */
  readonly version: string;
}

export interface TeamSignIn {
  /** The name under which the identity provider knows this program; absent: as the server or the provider gives it. */
  readonly clientId?: string | undefined;
  /** Told the address that the person is to open; `opened`: a browser was started with it. */
  readonly tell: (address: string, opened: boolean) => void;
  /** False: only told. */
  readonly browser: boolean;
}

export interface TeamFlag {
  /** Under which the server counts it once. */
  readonly id: string;
  readonly at: string;
  readonly project: string;
  /** As `hone flag` checked it. */
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * This machine's end of a team's server: the connection that is written down, and the calls that set it up. Tokens are kept in one file
 * of this user and are in no message.
 */
export interface TeamMachine {
  /** Null: this machine is connected to none. */
  read(): TeamConnection | null;
  /** @throws HoneError STORE_UNAVAILABLE */
  write(team: TeamConnection): void;
  remove(): boolean;
  /** @throws HoneError FORBIDDEN for a token that the server refuses; STORE_UNAVAILABLE when it is away or is none. */
  whoami(url: string, token: string): Promise<TeamIdentity>;
  /** Where people sign in for this server; null: by tokens of its own only. @throws HoneError STORE_UNAVAILABLE */
  provider(url: string): Promise<string | null>;
  /**
   * Signs the person in at the server's identity provider, and has the server give this machine a token of its own in their name.
   *
   * @throws HoneError FORBIDDEN, NOT_FOUND or STORE_UNAVAILABLE
   */
  signIn(url: string, how: TeamSignIn): Promise<string>;
  /**
   * Tells the server what a person said at the command line. When it is away, what was said is kept on this machine and sent later
   * under the same key; `kept` is then why.
   *
   * @throws HoneError for what the server refuses; SECRET_FOUND before anything is sent or kept.
   */
  flag(flag: TeamFlag): Promise<{ readonly result: Readonly<Record<string, unknown>> } | { readonly kept: string }>;
  /** Sends what hooks and people left. What the server kept, and why others still wait. */
  send(): Promise<{ readonly kept: number; readonly waiting: number; readonly why: string | null }>;
}
