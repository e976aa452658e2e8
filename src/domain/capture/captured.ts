import type { Id, Time } from '../ids.ts';
import type { InterventionKind } from '../intervention.ts';
import type { RecallCandidate, RecallDecision, RecallPath } from '../recall.ts';
import type { TurnKind } from './detect-correction.ts';
import type { HookClient } from './hook-event.ts';

/** What a recall for a hook found, and what of it was really said to the agent. */
export interface RecallFacts {
  readonly query: string;
  readonly decision: RecallDecision;
  readonly path: RecallPath;
  readonly reason: string;
  readonly tokens: number;
  readonly candidates: readonly RecallCandidate[];
}

/** A person's turn that probably corrects the agent: a quote and a draft, never the conversation. */
export interface Heard {
  readonly kind: TurnKind;
  readonly probability: number;
  readonly quote: string;
  readonly wrong: string;
  readonly right: string;
}

export type Happening =
  | { readonly type: 'prompt'; readonly task: string; readonly heard?: Heard }
  | { readonly type: 'recalled'; readonly recall: RecallFacts }
  | { readonly type: 'intervened'; readonly kind: InterventionKind; readonly note: string }
  | { readonly type: 'run'; readonly run_id: Id }
  | { readonly type: 'ended'; readonly finished: boolean }
  | { readonly type: 'merged'; readonly branch: string };

/** One line of the spool: all that is kept of a hook's event, secrets removed. The same event has the same id. */
export interface Captured {
  readonly v: 1;
  readonly id: string;
  readonly at: Time;
  readonly project: string;
  readonly client: HookClient;
  readonly session: string;
  /** Key of the task that the session works at. */
  readonly task_key: string;
  readonly model?: string;
  readonly what: Happening;
}
