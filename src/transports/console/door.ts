import type { Caller } from '../../use-cases/services.ts';

/** Who may come in, and as whom. Rights are looked up anew at each request: a session outlives no right. */
export interface Door {
  /** No sign-in is asked for (`--no-auth`). */
  readonly open: boolean;
  /** A session for a link that was not used before; null for any other. */
  redeem(code: string): string | null;
  /** A session for the token of a person; null for any other. @throws HoneError STORE_UNAVAILABLE */
  enter(token: string): Promise<string | null>;
  /** A session for whoever comes, where the door is open. */
  welcome(): string;
  /** The person behind a session, null when there is none any more. @throws HoneError STORE_UNAVAILABLE */
  person(session: string): Promise<Caller | null>;
  /** Ends a session. */
  leave(session: string): void;
  /** The way in through an identity provider; null where there is none. */
  readonly provider: ProviderDoor | null;
}

export interface ProviderDoor {
  /** What people call it. */
  readonly name: string;
  /** Where to send the browser, and the secret that it must bring back. @throws HoneError STORE_UNAVAILABLE */
  begin(returnTo: string): Promise<{ url: string; tie: string }>;
  /** A session for whoever came back whole; null for anybody else. */
  finish(address: URL, tie: string): Promise<string | null>;
}
