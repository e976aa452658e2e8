import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Lesson, LessonText } from '../../src/domain/lesson.ts';
import type { LessonState } from '../../src/domain/lesson-state.ts';
import type { IndexEntry } from '../../src/domain/retrieval/index-entry.ts';
import { indexLesson } from '../../src/use-cases/recall/index-lesson.ts';
import { modelKey } from '../../src/use-cases/recall/model-key.ts';
import type { Services } from '../../src/use-cases/services.ts';
import { mixedVectors } from './mixed-vectors.ts';
import { PROJECT } from './served.ts';

const BATCH = 200;
const AUTHOR = 'ann';

/** Changes when what is kept of a lesson does: then older files are of no use. */
const FORMAT = 1;

export interface FillOptions {
  /** Vectors are mixed from those of some texts: a scan costs the same, and 50,000 lessons are not embedded for it. */
  readonly mixed?: boolean;
}

/**
 * The path of a store with these lessons, all served, with their vectors. Made once and kept among the temporary files,
 * by a name that says which texts and which model it is of.
 */
export const filledStore = async (
  texts: readonly LessonText[],
  say: (line: string) => void,
  { mixed = false }: FillOptions = {},
): Promise<string> => {
  const folder = join(tmpdir(), 'hone-bench');
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, `unfinished-${process.pid}.db`);
  const config = await readConfig({ flags: { store: unfinished }, environment: { HONE_HOME: folder }, folder });
  const opened = await compose(config);
  const services = mixed ? { ...opened, embedder: mixedVectors(opened.embedder) } : opened;
  try {
    const kind = mixed ? [1, mixed] : [];
    const key = createHash('sha256').update(JSON.stringify([FORMAT, modelKey(services.embedder), texts, ...kind]));
    const path = join(folder, `${key.digest('hex').slice(0, 16)}.db`);
    if (existsSync(path)) {
      await services.close();
      return path;
    }
    await fill(services, texts, say).finally(() => services.close());
    renameSync(unfinished, path);
    return path;
  } finally {
    for (const end of ['', '-wal', '-shm', '.head', '.key']) rmSync(`${unfinished}${end}`, { force: true });
  }
};

const fill = async (services: Services, texts: readonly LessonText[], say: (line: string) => void): Promise<void> => {
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    const indexes: IndexEntry[] = [];
    for (const text of batch) indexes.push(await indexLesson(services, text));
    await services.unitOfWork.write(async (stores) => {
      await stores.directory.addProject(PROJECT, services.clock.now());
      for (const [at, text] of batch.entries()) {
        const index = indexes[at];
        if (index === undefined || index.model === null) throw new Error('the model did not load');
        const lesson = lessonOf(services, PROJECT, text, 'proposed');
        const step = { lesson_id: lesson.lesson_id, version: 1, actor: AUTHOR, at: lesson.created_at };
        const proposed = { ...step, from: null, to: 'proposed', role: 'developer', reason: 'bench' } as const;
        const accepted = { ...step, from: 'proposed', to: 'active', role: 'lead', reason: 'bench' } as const;
        await stores.lessons.add({ lesson, index, transition: proposed, evidence: [], links: [] });
        await stores.lessons.move(PROJECT, accepted, AUTHOR);
      }
    });
    say(`lessons stored: ${from + batch.length} of ${texts.length}`);
  }
};

/** A lesson as a bench stores it. */
export const lessonOf = (services: Services, project: string, text: LessonText, state: LessonState): Lesson => {
  const at = services.clock.now();
  return {
    ...text,
    project,
    lesson_id: services.ids.next('lesson'),
    state,
    version: 1,
    provenance: { source: 'import', author: AUTHOR, at },
    critical: false,
    created_at: at,
    updated_at: at,
    confirmed_at: at,
    helped: 0,
    harmed: 0,
  };
};
