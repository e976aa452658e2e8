import type { ClientReport, HookTraces } from '../domain/client-report.ts';

/** What `hone doctor` can see of this machine outside the store. Not a repair. */
export interface MachineInspection {
  readonly nodeVersion: string;
  readonly nodeVersionWanted: string;
  /** What is wrong with the files of the embedding model, in words; null when each has its stated checksum. */
  modelDamage(): Promise<string | null>;
  /** Writes that wait on this machine for the store, and those that it refused when it was back. */
  keptCalls(): Promise<{ readonly waiting: number; readonly setAside: number }>;
  /** Agent clients of which there is a trace on this machine or in this folder, with what starting Hone from them gave. */
  clients(): Promise<readonly ClientReport[]>;
  hookTraces(): Promise<HookTraces>;
}
