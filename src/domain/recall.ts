import type { CheckedCitation } from './citation.ts';
import type { FallbackReason } from './embedding-failure.ts';
import type { Id, Time } from './ids.ts';
import type { Provenance } from './lesson.ts';
import type { LoopWarning } from './loops/loop-finding.ts';

export const RECALL_DECISIONS = ['deliver', 'abstain', 'clarify', 'escalate', 'degraded'] as const;
export type RecallDecision = (typeof RECALL_DECISIONS)[number];

/** Which way served the answer; `hybrid` is the first, the others are fallbacks. */
export const RECALL_PATHS = ['hybrid', 'lexical', 'cache', 'none'] as const;
export type RecallPath = (typeof RECALL_PATHS)[number];

/** One lesson as an agent sees it. */
export interface RecalledLesson {
  readonly lesson_id: Id;
  readonly when: string;
  readonly rule: string;
  readonly not_when?: string;
  readonly why?: string;
  readonly state: 'active' | 'provisional';
  /** Calibrated probability that the lesson helps; null until the store has enough verdicts. */
  readonly confidence: number | null;
  readonly helped: number;
  readonly harmed: number;
  readonly citations?: readonly CheckedCitation[];
  readonly provenance: Provenance;
  /** True: it holds in every project, and two people let it through. Absent: the project's own. */
  readonly organisation?: true;
  /** Only with `format: 'detailed'`: each arm's share of the score, in words. */
  readonly matched?: readonly string[];
}

export interface Recall {
  readonly recall_id: Id;
  readonly decision: RecallDecision;
  readonly reason: string;
  readonly lessons: readonly RecalledLesson[];
  readonly path: RecallPath;
  readonly tokens: number;
  readonly next_step: string;
  /** The same was asked too often, or the run is over its time. */
  readonly loop?: LoopWarning;
}

/** Why a candidate among the ten best was not shown. */
export const CUT_REASONS = [
  'threshold',
  'limit',
  'budget',
  'cap',
  'holdout',
  'shown',
  'frozen',
  'guard',
  'switched_off',
] as const;
export type CutReason = (typeof CUT_REASONS)[number];

/** A candidate as remembered with its recall, so that a later correction can say `withheld` and not `missed`. */
export interface RecallCandidate {
  readonly lesson_id: Id;
  readonly rank: number;
  readonly score: number;
  /** Absent: it was shown. */
  readonly cut?: CutReason;
}

/** A recall as remembered. With a run, its shown candidates are exposures. */
export interface RecallRecord {
  readonly project: string;
  readonly recall_id: Id;
  readonly run_id?: Id;
  readonly query: string;
  readonly decision: RecallDecision;
  readonly path: RecallPath;
  readonly reason: string;
  readonly tokens: number;
  /** Why it was not served by the first way; absent when it was. */
  readonly fallback?: FallbackReason;
  readonly at: Time;
  /** Fingerprints of the question and of its error; absent for the recall of a start. */
  readonly asked?: string;
  readonly error_print?: string;
  readonly candidates: readonly RecallCandidate[];
}
