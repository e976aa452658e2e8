import type { EvalLesson, EvalQuery } from '../../domain/evaluation/evaluation-set.ts';
import type { Policy } from '../../domain/evaluation/policy-answers.ts';
import type { Lesson, LessonText } from '../../domain/lesson.ts';
import type { LessonState } from '../../domain/lesson-state.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import type { Verdict } from '../../domain/verdict.ts';
import type { NewLesson } from '../../ports/lesson-store.ts';
import { indexLesson, indexTrigger } from '../recall/index-lesson.ts';
import { modelKey } from '../recall/model-key.ts';
import { performRecall, type RecallResult } from '../recall/perform-recall.ts';
import type { Services } from '../services.ts';

/** What a query was answered by each policy, best first, at most ten. */
export interface ShelfAnswer {
  readonly ranked: Readonly<Record<Policy, readonly string[]>>;
  readonly recall: RecallResult;
}

const ANSWERED = 10;
/** What an agent gets by default. */
const SHOWN = { limit: 3, tokenBudget: 800 } as const;
const ACTOR = 'evaluation';

export const isoTime = (seconds: number): string => new Date(seconds * 1_000).toISOString();

const textOf = (lesson: EvalLesson): LessonText => ({
  when: lesson.when,
  rule: lesson.rule,
  examples: lesson.examples,
  citations: [],
  scope: lesson.paths.length === 0 ? {} : { paths: lesson.paths },
});

/**
 * Lessons of an evaluation in a store of their own, asked through the very pipeline that answers agents. Time is the
 * data's, not the machine's.
 */
export class LessonShelf {
  readonly #services: Services;
  readonly #project: string;
  readonly #newest: string[] = [];
  #now: string;

  constructor(services: Services, project: string, startsAt = 0) {
    this.#project = project;
    this.#now = isoTime(startsAt);
    this.#services = { ...services, clock: { now: () => this.#now } };
  }

  has(id: string): boolean {
    return this.#newest.includes(id);
  }

  /** Puts lessons on the shelf, served, in one write. */
  async add(lessons: readonly EvalLesson[]): Promise<void> {
    const entries: NewLesson[] = [];
    for (const lesson of lessons) entries.push(await this.#entry(lesson));
    await this.#services.unitOfWork.write(async (stores) => {
      await stores.directory.addProject(this.#project, this.#now);
      for (const entry of entries) await stores.lessons.add(entry);
    });
    this.#newest.unshift(...lessons.map(({ id }) => id).reverse());
  }

  /** The query's answers, at its time. */
  async ask(query: Pick<EvalQuery, 'text' | 'aspects' | 'paths' | 'at'>): Promise<ShelfAnswer> {
    this.#now = isoTime(query.at);
    const { search } = this.#services.stores;
    const recall = await performRecall(this.#services, {
      project: this.#project,
      query: query.text,
      aspects: query.aspects,
      paths: query.paths,
      ...SHOWN,
      detailed: false,
    });
    const terms = [...new Set(tokenize(query.text))];
    const vector = await this.#services.embedder.embed(query.text, { as: 'query' }).catch(() => null);
    const model = modelKey(this.#services.embedder);
    return {
      recall,
      ranked: {
        recent: this.#newest.slice(0, ANSWERED),
        bm25: terms.length === 0 ? [] : await search.lexical(this.#project, 'served', terms, ANSWERED),
        dense: vector === null ? [] : await search.dense(this.#project, 'served', model, vector, ANSWERED),
        ours: recall.candidates.map(({ lesson_id }) => lesson_id),
      },
    };
  }

  /** A task for which the lesson was confirmed. */
  async addTrigger(id: string, text: string, at: number): Promise<void> {
    const index = await indexTrigger(this.#services, text);
    await this.#services.unitOfWork.write((stores) =>
      stores.lessons.addTrigger(this.#project, id, { text, at: isoTime(at), source: 'verdict' }, index),
    );
  }

  async vote(id: string, vote: { verdict: Verdict; weight: number; by: string; at: number }): Promise<void> {
    await this.#services.unitOfWork.write((stores) =>
      stores.lessons.vote(this.#project, id, { ...vote, at: isoTime(vote.at) }),
    );
  }

  /** Takes a lesson off the shelf for as long as `work` lasts. */
  async without<T>(id: string, work: () => Promise<T>): Promise<T> {
    await this.#move(id, 'active', 'retired');
    try {
      return await work();
    } finally {
      await this.#move(id, 'retired', 'active');
    }
  }

  async #move(lessonId: string, from: LessonState, to: LessonState): Promise<void> {
    const step = { lesson_id: lessonId, version: 1, actor: ACTOR, role: 'policy', reason: 'evaluation' } as const;
    await this.#services.unitOfWork.write((stores) =>
      stores.lessons.move(this.#project, { ...step, from, to, at: this.#now }),
    );
  }

  async #entry(one: EvalLesson): Promise<NewLesson> {
    const at = isoTime(one.at);
    const text = textOf(one);
    const lesson: Lesson = {
      ...text,
      project: this.#project,
      lesson_id: one.id,
      state: 'active',
      version: 1,
      provenance: { source: 'import', author: ACTOR, at },
      critical: false,
      created_at: at,
      updated_at: at,
      confirmed_at: at,
      helped: 0,
      harmed: 0,
    };
    return {
      lesson,
      index: await indexLesson(this.#services, text),
      transition: {
        lesson_id: one.id,
        version: 1,
        from: null,
        to: 'active',
        actor: ACTOR,
        role: 'policy',
        reason: 'evaluation',
        at,
      },
      evidence: [],
      links: [],
    };
  }
}
