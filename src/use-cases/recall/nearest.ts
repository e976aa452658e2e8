import type { Lesson, LessonText } from '../../domain/lesson.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import { notForProject } from '../organisation/not-for-project.ts';
import type { Services } from '../services.ts';
import { modelKey } from './model-key.ts';

/** Lessons compared closely, by words and by meaning. */
const COMPARED = 10;

export interface Near {
  readonly lesson: Lesson;
  readonly cosine: number | null;
  readonly pool: Pool;
}

/** The existing lessons nearest to a text, with the cosine of their own words to it (null without vectors). */
export const nearest = async (
  services: Services,
  project: string,
  text: Pick<LessonText, 'when' | 'rule'>,
  pools: readonly Pool[],
): Promise<Near[]> => {
  const { search, lessons } = services.stores;
  const words = `${text.when}\n${text.rule}`;
  const terms = [...new Set(tokenize(words))];
  const vector = await services.embedder.embed(words).catch(() => null);
  const model = modelKey(services.embedder);
  const found: Near[] = [];
  for (const [place, pool] of placesOf(project, pools)) {
    const byWords = terms.length === 0 ? [] : await search.lexical(place, pool, terms, COMPARED);
    const byMeaning = vector === null ? [] : await search.dense(place, pool, model, vector, COMPARED);
    const ids = [...new Set([...byWords, ...byMeaning])].sort();
    const cosines = await search.similarities(place, model, ids, vector === null ? [] : [vector]);
    for (const id of ids) {
      const lesson = await lessons.find(place, id);
      if (lesson !== null) found.push({ lesson, cosine: cosines.get(id)?.[0]?.text ?? null, pool });
    }
  }
  const hidden = await notForProject(
    services.stores,
    project,
    found.map(({ lesson }) => lesson),
  );
  return found.filter(({ lesson }) => !hidden.has(lesson.lesson_id));
};

/** What waits for the organisation's reviewers is nobody else's neighbour. */
const placesOf = (project: string, pools: readonly Pool[]): (readonly [place: string, pool: Pool])[] => [
  ...pools.map((pool) => [project, pool] as const),
  ...(project !== ORGANISATION && pools.includes('served') ? [[ORGANISATION, 'served'] as const] : []),
];
