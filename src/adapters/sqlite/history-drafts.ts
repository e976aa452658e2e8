import type { CountedRecall, TaskHistory } from '../../domain/metrics/task-history.ts';
import type { Arm } from '../../domain/run.ts';

type Mutable<T> = { -readonly [Field in keyof T]: T[Field] };
/** A history while it is filled. */
export type HistoryDraft = Mutable<TaskHistory>;
type Candidates = CountedRecall['candidates'];

/** Most lists of most tasks are empty: those are one and the same. */
const NOTHING: readonly never[] = Object.freeze([]);

export const added = <T>(list: readonly T[], item: T): readonly T[] => {
  if (list.length === 0) return [item];
  (list as T[]).push(item);
  return list;
};

/** Facts of one run lie in order; those of a task with several runs may not. */
const oldestFirst = <T extends { readonly at: string }>(list: readonly T[]): readonly T[] =>
  list.length < 2 ? list : list.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));

/** Histories in the making, found by the numbers of their rows. Texts that come again are kept once. */
export class HistoryDrafts {
  readonly #tasks = new Map<number, HistoryDraft>();
  readonly #runs = new Map<number, { readonly draft: HistoryDraft; readonly run_id: string }>();
  readonly #byRunId = new Map<string, HistoryDraft>();
  readonly #texts = new Map<string, string>();
  readonly #candidates = new Map<string, Candidates>();

  addTask(
    row: number,
    task_id: string,
    workflow: string,
    started_at: string,
    arm: Arm | null,
    drawn_in: string | null,
  ): void {
    const plain = { task_id, workflow: this.same(workflow), started_at };
    this.#tasks.set(row, {
      task: arm === null ? plain : { ...plain, arm, ...(drawn_in === null ? {} : { drawn_in: this.same(drawn_in) }) },
      runs: NOTHING,
      recalls: NOTHING,
      interventions: NOTHING,
      outcomes: NOTHING,
      verdicts: NOTHING,
      corrections: NOTHING,
      looped: false,
    });
  }

  addRun(task: number, row: number, run_id: string, started_at: string, looped: boolean): void {
    const draft = this.#tasks.get(task);
    if (draft === undefined) return;
    const start = started_at === draft.task.started_at ? draft.task.started_at : started_at;
    draft.runs = added(draft.runs, { run_id, started_at: start });
    draft.looped ||= looped;
    this.#runs.set(row, { draft, run_id });
    this.#byRunId.set(run_id, draft);
  }

  markLooped(task: number): void {
    const draft = this.#tasks.get(task);
    if (draft !== undefined) draft.looped = true;
  }

  run(row: number): { readonly draft: HistoryDraft; readonly run_id: string } | undefined {
    return this.#runs.get(row);
  }

  ofRunId(run_id: string): HistoryDraft | undefined {
    return this.#byRunId.get(run_id);
  }

  same(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  /** From lines of an id and, after a space, why it was not shown. Many recalls show the same. */
  candidates(lines: string | null): Candidates {
    if (lines === null) return NOTHING;
    const known = this.#candidates.get(lines);
    if (known !== undefined) return known;
    const read = lines.split('\n').map((line) => {
      const [lesson_id = '', cut] = line.split(' ');
      return cut === 'holdout' ? ({ lesson_id, cut } as const) : { lesson_id };
    });
    this.#candidates.set(lines, read);
    return read;
  }

  /** By the start of their tasks. */
  *inOrder(): Generator<TaskHistory> {
    for (const draft of this.#tasks.values()) {
      draft.recalls = oldestFirst(draft.recalls);
      draft.outcomes = oldestFirst(draft.outcomes);
      draft.verdicts = oldestFirst(draft.verdicts);
      yield draft;
    }
  }
}
