import type { Id, Time } from '../ids.ts';

/** What an agent may say of how far it is, so that trying again is not taken for a loop. */
export interface Progress {
  /** Anything that differs when the change differs, such as its hash. */
  readonly diff?: string;
  readonly tests_passing?: number;
}

/** One thing that happened in a task, as the detection of loops sees it. Errors and questions are fingerprints. */
export type LoopSignal =
  | {
      readonly kind: 'start';
      readonly run: Id;
      readonly at: Time;
      readonly error: string | null;
      readonly progress?: Progress;
    }
  | {
      readonly kind: 'recall';
      readonly run: Id;
      readonly at: Time;
      readonly error: string | null;
      /** The same for the same question about the same files. */
      readonly asked: string;
      /** Shown, or held back because they were shown before; sorted. */
      readonly lessons: readonly Id[];
      /** It came with the start of the run. */
      readonly atStart: boolean;
    }
  | {
      readonly kind: 'outcome';
      readonly run: Id;
      readonly at: Time;
      readonly error: string | null;
      readonly ended: 'well' | 'failed' | 'otherwise';
    }
  | { readonly kind: 'human'; readonly at: Time };

/** All of one task, oldest first. */
export type Trail = readonly LoopSignal[];
