import type { Id, Time } from '../domain/ids.ts';

/** A write that could not be done, with all that it takes to do it later as if it had been done then. */
export interface KeptCall {
  readonly id: string;
  readonly at: Time;
  readonly tool: string;
  readonly project: string;
  /** Whose call it was: only a connection of the same name does it later. */
  readonly by: string;
  /** The arguments, with an idempotency key: doing it twice counts once. */
  readonly input: Readonly<Record<string, unknown>>;
  /** Ids that the caller was promised. */
  readonly ids: readonly Id[];
}

/**
 * Writes of this machine that wait for a store that is away. Files of this user only; each is there whole or not at all.
 * Nothing is thrown away: what the store refuses later is set aside with the reason's code.
 */
export interface CallSpool {
  /** On disk when it resolves. @throws Error when there is no room, or too many wait. */
  keep(call: KeptCall): Promise<void>;
  /** Oldest first. */
  waiting(): Promise<KeptCall[]>;
  done(id: string): Promise<void>;
  setAside(id: string, code: string): Promise<void>;
  counts(): Promise<{ waiting: number; setAside: number }>;
}
