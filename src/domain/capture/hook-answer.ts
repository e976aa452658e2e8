import type { Id } from '../ids.ts';
import type { RecallFacts } from './captured.ts';
import type { HookEvent } from './hook-event.ts';

/** What a hook asks whoever can search the lessons: a running server, or the store itself. */
export interface HookQuestion {
  readonly v: 1;
  readonly event: HookEvent;
  readonly project: string;
  readonly task_key: string;
  /** Lessons that the agent has before it. */
  readonly shown: readonly Id[];
}

export interface HookAnswer {
  /** What the agent should know; empty when there is nothing. */
  readonly text: string;
  /** Lessons in it. */
  readonly shown: readonly Id[];
  readonly recall?: RecallFacts;
  /** The session's run, where it is known. */
  readonly run?: Id;
}
