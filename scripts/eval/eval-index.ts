import type { EvalLesson, EvalQuery } from '../../src/domain/evaluation/evaluation-set.ts';
import { bm25, countTerms, coverage, rarity, termWeights } from '../../src/domain/retrieval/bm25.ts';
import { type Match, relevance, withAspects } from '../../src/domain/retrieval/fusion.ts';
import { tokenize } from '../../src/domain/retrieval/tokens.ts';
import { cosine } from './memory-index.ts';

type Embed = (text: string) => Promise<Float32Array>;

interface Entry {
  readonly lesson: EvalLesson;
  readonly own: readonly string[];
  readonly ownVectors: readonly Float32Array[];
  triggers: { terms: readonly string[]; vector: Float32Array }[];
  counts: Map<string, number>;
  length: number;
  confirmedAt: number;
}

/** A question, its words and its vector. */
interface Asked {
  readonly terms: readonly string[];
  readonly vector: Float32Array;
}

export interface Candidate {
  readonly lesson: EvalLesson;
  readonly query: Match;
  readonly aspects: readonly Match[];
  readonly relevance: number;
  readonly confirmedAt: number;
}

const TRIGGERS = 8;

/** A store in memory that grows as a replay goes on; every figure in it comes from the product's own functions. */
export class EvalIndex {
  readonly #embed: Embed;
  readonly #entries = new Map<string, Entry>();
  readonly #frequencies = new Map<string, number>();
  #length = 0;

  constructor(embed: Embed) {
    this.#embed = embed;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  async add(lesson: EvalLesson): Promise<void> {
    const own = [lesson.when, lesson.rule, ...lesson.examples].flatMap(tokenize);
    const texts = [lesson.when, `${lesson.when}\n${lesson.rule}`, ...lesson.examples];
    const ownVectors: Float32Array[] = [];
    for (const text of texts) if (text.trim() !== '') ownVectors.push(await this.#embed(text.trim()));
    const entry = { lesson, own, ownVectors, triggers: [], counts: new Map(), length: 0, confirmedAt: lesson.at };
    this.#entries.set(lesson.id, entry);
    this.#recount(entry);
  }

  /** A task for which the lesson was confirmed right. */
  async addTrigger(id: string, text: string, at: number): Promise<void> {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    entry.triggers = [...entry.triggers, { terms: tokenize(text), vector: await this.#embed(text) }].slice(-TRIGGERS);
    entry.confirmedAt = at;
    this.#recount(entry);
  }

  #recount(entry: Entry): void {
    for (const term of entry.counts.keys()) this.#frequencies.set(term, (this.#frequencies.get(term) ?? 1) - 1);
    this.#length -= entry.length;
    const fields = [entry.own, ...entry.triggers.map(({ terms }) => terms)];
    entry.counts = countTerms(...fields);
    entry.length = fields.reduce((sum, field) => sum + field.length, 0);
    for (const term of entry.counts.keys()) this.#frequencies.set(term, (this.#frequencies.get(term) ?? 0) + 1);
    this.#length += entry.length;
  }

  /** Every lesson with what it has in common with the question, in no order. */
  async candidates(query: EvalQuery): Promise<Candidate[]> {
    const parts: Asked[] = [];
    for (const text of [query.text, ...query.aspects])
      parts.push({ terms: tokenize(text), vector: await this.#embed(text) });
    const entries = [...this.#entries.values()];
    const matches = parts.map((part) => this.#matches(entries, part));
    const rarities = parts.map(({ terms }) => rarity(this.#weights(terms)));
    return entries.map((entry, row) => {
      const [query, ...aspects] = matches.map((column) => column[row]!);
      const [ofQuery, ...ofAspects] = matches.map((column, i) => relevance(column[row]!, rarities[i]!));
      const fit = withAspects(ofQuery!, ofAspects);
      return { lesson: entry.lesson, query: query!, aspects, relevance: fit, confirmedAt: entry.confirmedAt };
    });
  }

  #weights(terms: readonly string[]): Map<string, number> {
    return termWeights(terms, { documents: this.#entries.size, averageLength: 0 }, this.#frequencies);
  }

  #matches(entries: readonly Entry[], { terms, vector }: Asked): Match[] {
    const averageLength = this.#length / Math.max(1, entries.length);
    const weights = this.#weights(terms);
    return entries.map((entry) => {
      let best = -1;
      for (const own of entry.ownVectors) best = Math.max(best, cosine(own, vector));
      for (const trigger of entry.triggers) best = Math.max(best, cosine(trigger.vector, vector));
      return {
        lexical: bm25(weights, entry.counts, entry.length, averageLength),
        coverage: coverage(weights, entry.counts),
        cosine: best,
      };
    });
  }
}
