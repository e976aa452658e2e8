import type { SetupClient, StartCheck } from './client-setup.ts';

/** A client's configuration as it is found, and what became of starting what stands in it. Paths are shown as they are. */
export interface ClientReport {
  readonly client: SetupClient;
  /** Shown as it is, e.g. `Claude Code`. */
  readonly label: string;
  /** As the client says it; null when it was not asked, or is not on the path. */
  readonly version: string | null;
  readonly servers: readonly {
    readonly path: string;
    /** Null: not started (a remote one, or only files were read). */
    readonly start: StartCheck | null;
  }[];
  readonly hooks: readonly {
    readonly path: string;
    readonly events: number;
    readonly start: StartCheck | null;
  }[];
  /** Files that cannot be read, with why. */
  readonly broken: readonly { readonly path: string; readonly why: string }[];
  /** False where the client runs no hook before a person allowed it, and nobody did. */
  readonly trusted: boolean;
}

/** What hooks left behind on this machine. */
export interface HookTraces {
  /** Events that wait for a server to take them into the store. */
  readonly waiting: number;
  /** Failures that hooks noted in the last seven days, and the newest. */
  readonly failures: number;
  readonly newest: string | null;
}
