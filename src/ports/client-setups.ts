import type { ClientPlan, FileChange, Launch, SetupClient, SetupScope, StartCheck } from '../domain/client-setup.ts';

export interface SetupRequest {
  readonly client: SetupClient;
  readonly scope: SetupScope;
  /** Also what a client gets only when asked for (opencode's plugin). */
  readonly extras: boolean;
}

/**
 * The configuration files of agent clients on this machine. Plans read only; `write` is the one thing that changes a file, and
 * remembers what was there before, so that a removal gives it back byte for byte where nobody else changed it since.
 */
export interface ClientSetups {
  /** Clients of which there is a trace on this machine. */
  found(): Promise<readonly SetupClient[]>;
  launch(scope: SetupScope): Promise<Launch>;
  plan(request: SetupRequest, launch: Launch): Promise<ClientPlan>;
  planRemoval(request: SetupRequest): Promise<ClientPlan>;
  /** @throws HoneError CONFLICT when the file is no longer what the plan saw; STORE_UNAVAILABLE when it cannot be written. */
  write(change: FileChange, removing: boolean): Promise<void>;
  /** Starts Hone as a client would, says hello and lists the tools. */
  check(launch: Launch): Promise<StartCheck>;
}
