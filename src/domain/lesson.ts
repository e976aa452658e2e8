import type { Id, Time } from './ids.ts';
import type { LessonState } from './lesson-state.ts';
import type { Role } from './principal.ts';

/** A place in the repository that a lesson rests on. Lines count from 1. */
export interface Citation {
  readonly path: string;
  readonly line?: number;
  readonly end_line?: number;
  readonly symbol?: string;
  /** Of the cited lines as they were when it was written; absent when that was away from the repository. */
  readonly hash?: string;
}

/** One look at what a lesson cites. */
export interface CitationCheck {
  readonly version: number;
  /** A file of it was gone. */
  readonly missing: boolean;
  readonly by: string;
  readonly at: Time;
}

/** Where a lesson applies. All parts are evidence for ranking, none is a filter. */
export interface LessonScope {
  readonly paths?: readonly string[];
  readonly languages?: readonly string[];
  readonly tools?: readonly string[];
}

export const EVIDENCE_KINDS = ['correction', 'ci', 'review', 'incident', 'measurement'] as const;

export interface Evidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly ref?: string;
  readonly text?: string;
}

/** What a lesson says. Immutable: an edit is a new version. */
export interface LessonText {
  readonly when: string;
  readonly rule: string;
  readonly not_when?: string;
  readonly why?: string;
  /** Tasks, phrased before the pitfall was known, for which the lesson matters. At most 5. */
  readonly examples: readonly string[];
  readonly citations: readonly Citation[];
  readonly scope: LessonScope;
}

export type LessonSource = 'human' | 'agent' | 'import';

/** Where a lesson comes from and who let it through. */
export interface Provenance {
  readonly source: LessonSource;
  readonly author: string;
  readonly approved_by?: string;
  readonly at: Time;
}

export interface Lesson extends LessonText {
  readonly project: string;
  readonly lesson_id: Id;
  readonly state: LessonState;
  readonly version: number;
  readonly provenance: Provenance;
  /** A reviewer's mark: delivered in holdouts too. */
  readonly critical: boolean;
  /** The run in which it was learned, when there was one. */
  readonly run_id?: Id;
  readonly created_at: Time;
  readonly updated_at: Time;
  /** Last time a person, CI or a review confirmed it; recency counts from here. */
  readonly confirmed_at: Time;
  /** Votes, by distinct principal and day; an agent's own vote weighs half. */
  readonly helped: number;
  readonly harmed: number;
}

/** One step of a lesson's life, appended and never changed. */
export interface Transition {
  readonly lesson_id: Id;
  readonly version: number;
  readonly from: LessonState | null;
  readonly to: LessonState;
  readonly actor: string;
  readonly role: Role | 'policy';
  readonly reason: string;
  readonly at: Time;
}

/** A task text for which a lesson was confirmed right. */
export interface Trigger {
  readonly text: string;
  readonly at: Time;
  readonly source: 'correction' | 'verdict' | 'person';
  /** Of the lesson, for which it was confirmed. */
  readonly version?: number;
}

/** A lesson with all that is known of it. */
export interface LessonRecord {
  readonly lesson: Lesson;
  readonly versions: readonly (LessonText & { version: number; by: string; at: Time })[];
  readonly evidence: readonly (Evidence & { by: string; at: Time })[];
  readonly triggers: readonly Trigger[];
  readonly transitions: readonly Transition[];
  readonly links: readonly LessonLink[];
}

export type Relation = 'duplicate' | 'similar' | 'conflict';

export interface LessonLink {
  readonly lesson_id: Id;
  /** `distinct`: a person judged that both stand beside each other. */
  readonly relation: Relation | 'supersedes' | 'distinct';
  readonly similarity: number;
}

/** Longest texts, in characters. */
export const LESSON_LIMITS = {
  when: 400,
  rule: 1_200,
  not_when: 400,
  why: 1_200,
  example: 160,
  examples: 5,
  evidence: 2_000,
  evidence_items: 10,
  citations: 20,
  scope_items: 20,
  path: 400,
} as const;
