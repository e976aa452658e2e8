/** What `hone doctor` can see of this machine outside the store. Reads files only; not a repair. */
export interface MachineInspection {
  readonly nodeVersion: string;
  readonly nodeVersionWanted: string;
  /** What is wrong with the files of the embedding model, in words; null when each has its stated checksum. */
  modelDamage(): Promise<string | null>;
  /** Writes that wait on this machine for the store, and those that it refused when it was back. */
  keptCalls(): Promise<{ readonly waiting: number; readonly setAside: number }>;
  /** Agent clients of which there is a trace on this machine or in this folder. */
  clients(): Promise<readonly FoundClient[]>;
}

export interface FoundClient {
  /** Shown as it is, e.g. `Claude Code`. */
  readonly client: string;
  /** Its configuration files that exist. */
  readonly files: readonly string[];
  /** Those of them that name Hone as a server. */
  readonly naming: readonly string[];
}
