import type { Id } from '../domain/ids.ts';
import type { Calibration } from '../domain/learning/calibration.ts';
import type { CastVote } from '../domain/learning/learning-state.ts';
import type {
  CitationCheck,
  Evidence,
  Lesson,
  LessonLink,
  LessonRecord,
  Transition,
  Trigger,
} from '../domain/lesson.ts';
import type { LessonState } from '../domain/lesson-state.ts';
import type { IndexEntry, TriggerEntry } from '../domain/retrieval/index-entry.ts';

export interface LessonFilter {
  readonly states?: readonly LessonState[];
  /** Lessons whose text contains this, letters compared without case. */
  readonly contains?: string;
  readonly author?: string;
  /** Lessons one of whose scope paths or citations contains this. */
  readonly path?: string;
  /** Oldest first, unless said otherwise. */
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

export interface NewLesson {
  readonly lesson: Lesson;
  readonly index: IndexEntry;
  readonly transition: Transition;
  readonly evidence: readonly (Evidence & { by: string; at: string })[];
  readonly links: readonly LessonLink[];
}

/**
 * Lessons with their versions, evidence, triggers and history. Every method names the project, and sees nothing outside it.
 *
 * Each write keeps row, full text and vectors together: nobody ever reads half of one. Writes are called inside
 * `UnitOfWork.write`. Not a search: that is `LessonSearch`.
 */
export interface LessonStore {
  find(project: string, lessonId: Id): Promise<Lesson | null>;
  record(project: string, lessonId: Id): Promise<LessonRecord | null>;
  /** Conflicts of these lessons with others that nobody has judged. */
  openConflicts(project: string, lessonIds: readonly Id[]): Promise<{ lesson_id: Id; opposes: Id }[]>;
  /** How many people have active lessons, counted up to `most`. */
  activeAuthors(project: string, most: number): Promise<number>;
  /** By age, with the number that the filter matches in all. */
  list(project: string, filter: LessonFilter): Promise<{ items: Lesson[]; total: number }>;

  /** A lesson that was not there before, in its first version. */
  add(entry: NewLesson): Promise<void>;
  /**
   * The next version's text and index; history stays. Votes and searched triggers carry over, discounted by the share of
   * the text that `changed` (0: none, the default).
   */
  revise(lesson: Lesson, index: IndexEntry, by: string, changed?: number): Promise<void>;
  /** Sets the state and appends the step. `approvedBy` is kept when given; null takes an approval back. */
  move(project: string, step: Transition, approvedBy?: string | null): Promise<void>;
  addEvidence(project: string, lessonId: Id, evidence: Evidence & { by: string; at: string }): Promise<void>;
  /** Adds a trigger and its index; beyond the newest eight the oldest leave the index. Confirms the lesson at that time. */
  addTrigger(project: string, lessonId: Id, trigger: Trigger, index: TriggerEntry): Promise<void>;
  /** Counts a vote unless this principal already cast one for the lesson on that day. True when it counted. */
  vote(project: string, lessonId: Id, vote: CastVote): Promise<boolean>;
  /** Every vote that counted, oldest first. */
  votesOf(project: string, lessonId: Id): Promise<CastVote[]>;
  /** Terms of the triggers that the lesson is searched by, oldest first. */
  searchedTriggers(project: string, lessonId: Id): Promise<readonly (readonly string[])[]>;
  /** Sets what follows from the events, where it was found to differ from them. */
  restate(
    project: string,
    lessonId: Id,
    learned: Pick<Lesson, 'state' | 'helped' | 'harmed' | 'confirmed_at'>,
  ): Promise<void>;
  /** What the project's verdicts say of its recall; null before the first was fitted. */
  calibration(project: string): Promise<Calibration | null>;
  setCalibration(project: string, calibration: Calibration): Promise<void>;
  /** The last look at what a lesson cites; null before the first that had something to say. */
  lastCitationCheck(project: string, lessonId: Id): Promise<CitationCheck | null>;
  addCitationCheck(project: string, lessonId: Id, check: CitationCheck): Promise<void>;
  setCritical(project: string, lessonId: Id, critical: boolean): Promise<void>;
  link(project: string, lessonId: Id, links: readonly LessonLink[]): Promise<void>;
  /** Takes one link away: a merge that was undone. */
  unlink(project: string, lessonId: Id, link: Pick<LessonLink, 'lesson_id' | 'relation'>): Promise<void>;
  /**
   * Lessons of the project whose vectors are missing or made in another way, at most `limit`. `other`: also those that
   * another model made (else only those of an older form of this one, as an update of Hone leaves them).
   */
  withoutVectors(project: string, model: string, limit: number, other?: boolean): Promise<Lesson[]>;
  /** Lessons that are searched, and those of them whose vectors this model made. */
  vectorCount(project: string, model: string): Promise<{ lessons: number; made: number }>;
  /** Replaces the vectors of a lesson that still is at `version`; false when it moved on. */
  replaceIndex(
    project: string,
    lessonId: Id,
    version: number,
    index: IndexEntry,
    triggers: readonly TriggerEntry[],
  ): Promise<boolean>;
}
