import { HoneError } from '../../domain/error.ts';
import type { EventType, RunLine } from '../../domain/events/event-line.ts';
import type { Id } from '../../domain/ids.ts';
import type { Run } from '../../domain/run.ts';
import type { Stores } from '../../ports/unit-of-work.ts';
import type { ImportEventsResult, NumberedLine, RefusedLine } from '../import-events.ts';
import { resolveProject } from '../resolve-project.ts';
import type { Caller, Services } from '../services.ts';
import { factKey, type Happening, linesOf, looseCorrectionLine } from './event-facts.ts';
import { keepFact } from './fact-keeper.ts';
import { findRunByKey, keepRun } from './run-keeper.ts';

/** A run of the file, and the facts of it that are kept already. */
interface Slot {
  readonly run: Run;
  readonly facts: Set<string>;
}

const PROGRESS_EVERY = 500;
const EVER = { from: '0000-01-01T00:00:00.000Z', to: '9999-12-31T23:59:59.999Z' };

const recallsFirst = (a: NumberedLine, b: NumberedLine): number =>
  Number(b.event.type === 'recall') - Number(a.event.type === 'recall');

/** One import inside one write. */
export class EventImport {
  readonly #services: Services;
  readonly #stores: Stores;
  readonly #caller: Caller;
  readonly #project: string;
  readonly #onProgress: (done: number, total: number) => void;
  readonly #projects = new Set<string>();
  readonly #slots = new Map<string, Slot>();
  readonly #loose = new Map<string, Set<string>>();
  readonly #lessons = new Map<string, { project: string; lessonId: Id }>();
  readonly #added: Record<EventType, number> = { run: 0, recall: 0, intervention: 0, outcome: 0, verdict: 0 };
  readonly #refused: RefusedLine[] = [];
  #already = 0;
  #done = 0;

  constructor(
    services: Services,
    stores: Stores,
    caller: Caller,
    project: string,
    onProgress: ((done: number, total: number) => void) | undefined,
  ) {
    this.#services = services;
    this.#stores = stores;
    this.#caller = caller;
    this.#project = project;
    this.#onProgress = onProgress ?? (() => undefined);
  }

  /** Runs first and by time, so that neither the order of lines nor that of attempts in the file matters. */
  async keepAll(lines: readonly NumberedLine[]): Promise<Omit<ImportEventsResult, 'lines' | 'dry_run'>> {
    const runs = lines.filter((line): line is NumberedLine<RunLine> => line.event.type === 'run');
    const others = lines.filter((line): line is NumberedLine<Happening> => line.event.type !== 'run');
    const inOrder = runs.sort(
      (a, b) => a.event.at.localeCompare(b.event.at) || a.event.run.localeCompare(b.event.run) || a.line - b.line,
    );
    for (const line of inOrder) await this.#step(line.line, lines.length, () => this.#keepRun(line.event));
    // What a run was shown comes before what people said of it: a repeat's reason may rest on it.
    const byTime = others.sort((a, b) => recallsFirst(a, b) || a.event.at.localeCompare(b.event.at) || a.line - b.line);
    for (const line of byTime) await this.#step(line.line, lines.length, () => this.#keepFact(line.event));
    return {
      added: this.#added,
      already: this.#already,
      refused: this.#refused,
      unknown_lessons: await this.#unknownLessons(),
    };
  }

  /** One line; a refusal is noted with its number, anything else ends the import. */
  async #step(line: number, total: number, keep: () => Promise<void>): Promise<void> {
    try {
      await keep();
    } catch (error) {
      if (!(error instanceof HoneError) || error.code === 'BUSY' || error.code === 'STORE_UNAVAILABLE') throw error;
      this.#refused.push({ line, reason: error.message });
    }
    this.#done += 1;
    if (this.#done % PROGRESS_EVERY === 0 || this.#done === total) this.#onProgress(this.#done, total);
  }

  async #keepRun(line: RunLine): Promise<void> {
    const project = await this.#projectOf(line.project);
    const known = this.#slots.get(line.run) ?? (await this.#findSlot(project, line.run));
    if (known === null) {
      this.#slots.set(line.run, { run: await keepRun(this.#stores, project, line), facts: new Set() });
      this.#added.run += 1;
      return;
    }
    if (known.run.started_at !== line.at || known.run.project !== project) {
      throw new HoneError(
        'CONFLICT',
        '`run` already stands for a run with another start or project',
        'Give each run a key of its own.',
      );
    }
    this.#slots.set(line.run, known);
    this.#already += 1;
  }

  async #keepFact(line: Happening): Promise<void> {
    const slot = line.run === undefined ? null : await this.#slotOf(line.run);
    const project =
      slot?.run.project ?? (await this.#projectOf(line.type === 'intervention' ? line.project : undefined));
    const facts = slot?.facts ?? (await this.#looseFacts(project));
    const key = factKey(line);
    if (facts.has(key)) {
      this.#already += 1;
      return;
    }
    await keepFact({ stores: this.#stores, ids: this.#services.ids, project }, slot?.run ?? null, line);
    facts.add(key);
    this.#added[line.type] += 1;
    this.#noteLessons(project, line);
  }

  async #slotOf(key: string): Promise<Slot> {
    const slot = this.#slots.get(key) ?? (await this.#findSlot(this.#project, key));
    if (slot === null) {
      throw new HoneError('NOT_FOUND', 'neither this file nor the store has its run', 'Add a line of type "run".');
    }
    this.#slots.set(key, slot);
    return slot;
  }

  async #findSlot(project: string, key: string): Promise<Slot | null> {
    const run = await findRunByKey(this.#stores, project, key);
    const history = run === null ? null : await this.#stores.runs.history(project, run.run_id);
    return run === null || history === null ? null : { run, facts: new Set(linesOf(key, history).map(factKey)) };
  }

  async #looseFacts(project: string): Promise<Set<string>> {
    const known = this.#loose.get(project);
    if (known !== undefined) return known;
    const corrections = await this.#stores.events.looseCorrections(project, EVER);
    const facts = new Set(corrections.map((one) => factKey(looseCorrectionLine(one))));
    this.#loose.set(project, facts);
    return facts;
  }

  async #projectOf(named: string | undefined): Promise<string> {
    const project = named === undefined ? this.#project : resolveProject(this.#caller, named);
    if (!this.#projects.has(project)) {
      await this.#stores.directory.addProject(project, this.#services.clock.now());
      this.#projects.add(project);
    }
    return project;
  }

  #noteLessons(project: string, line: Happening): void {
    const named =
      line.type === 'recall'
        ? line.lessons
        : line.type === 'verdict'
          ? [line.lesson]
          : line.type === 'intervention' && line.repeat_of !== undefined
            ? [line.repeat_of]
            : [];
    for (const lessonId of named) this.#lessons.set(`${project} ${lessonId}`, { project, lessonId });
  }

  async #unknownLessons(): Promise<number> {
    let unknown = 0;
    for (const { project, lessonId } of this.#lessons.values()) {
      if ((await this.#stores.lessons.find(project, lessonId)) === null) unknown += 1;
    }
    return unknown;
  }
}
