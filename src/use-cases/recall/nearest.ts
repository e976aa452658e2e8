import type { Lesson, LessonText } from '../../domain/lesson.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import type { Pool } from '../../ports/lesson-search.ts';
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
  for (const pool of pools) {
    const byWords = terms.length === 0 ? [] : await search.lexical(project, pool, terms, COMPARED);
    const byMeaning = vector === null ? [] : await search.dense(project, pool, model, vector, COMPARED);
    const ids = [...new Set([...byWords, ...byMeaning])].sort();
    const cosines = await search.similarities(project, model, ids, vector === null ? [] : [vector]);
    for (const id of ids) {
      const lesson = await lessons.find(project, id);
      if (lesson !== null) found.push({ lesson, cosine: cosines.get(id)?.[0]?.text ?? null, pool });
    }
  }
  return found;
};
