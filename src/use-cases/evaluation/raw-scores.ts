import type { EvalQuery } from '../../domain/evaluation/evaluation-set.ts';
import type { Policy } from '../../domain/evaluation/policy-answers.ts';
import { bm25, countTerms, termWeights } from '../../domain/retrieval/bm25.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import { modelKey } from '../recall/model-key.ts';
import type { Services } from '../services.ts';
import type { ShelfAnswer } from './lesson-shelf.ts';

/** The absolute score of each policy's first answer; 0 without one. "Most recent first" has nothing to go by: always 0. */
export const rawScores = async (
  services: Services,
  project: string,
  query: Pick<EvalQuery, 'text'>,
  { ranked, recall }: ShelfAnswer,
): Promise<Record<Policy, number>> => ({
  recent: 0,
  bm25: await wordScore(services, project, query.text, ranked.bm25[0]),
  dense: await cosineOf(services, project, query.text, ranked.dense[0]),
  ours: recall.candidates[0]?.score ?? 0,
});

const wordScore = async (
  { stores: { search } }: Services,
  project: string,
  text: string,
  id: string | undefined,
): Promise<number> => {
  if (id === undefined) return 0;
  const terms = tokenize(text);
  const corpus = await search.corpus(project, 'served');
  const weights = termWeights(terms, corpus, await search.documentFrequencies(project, 'served', terms));
  const [found] = await search.terms(project, [id]);
  if (found === undefined) return 0;
  const fields = [found.text, found.example, found.trigger];
  const length = fields.reduce((sum, field) => sum + field.length, 0);
  return bm25(weights, countTerms(...fields), length, corpus.averageLength);
};

const cosineOf = async (services: Services, project: string, text: string, id: string | undefined): Promise<number> => {
  if (id === undefined) return 0;
  const vector = await services.embedder.embed(text, { as: 'query' });
  const found = await services.stores.search.similarities(project, modelKey(services.embedder), [id], [vector]);
  const best = found.get(id)?.[0];
  return Math.max(best?.text ?? 0, best?.example ?? 0, best?.trigger ?? 0);
};
