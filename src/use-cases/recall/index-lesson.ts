import type { LessonText } from '../../domain/lesson.ts';
import type { FieldKind, FieldVector, IndexEntry, TriggerEntry } from '../../domain/retrieval/index-entry.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import type { Services } from '../services.ts';
import { modelKey } from './model-key.ts';

/** Each vector that a lesson is found by: its situation alone, situation and rule together, and every example. */
const fieldTexts = (text: LessonText): { kind: FieldKind; text: string }[] => [
  { kind: 'text', text: text.when },
  { kind: 'text', text: `${text.when}\n${text.rule}` },
  ...text.examples.map((example) => ({ kind: 'example' as const, text: example })),
];

/**
 * What the index holds of a lesson. Without the embedder the lesson is found by words alone until its vectors are made
 * up for (`embedMissing`): a write never waits for the model to come back.
 */
export const indexLesson = async (services: Services, text: LessonText): Promise<IndexEntry> => {
  const words = {
    text: [...tokenize(text.when), ...tokenize(text.rule)],
    example: text.examples.flatMap(tokenize),
  };
  try {
    const vectors: FieldVector[] = [];
    for (const field of fieldTexts(text)) {
      vectors.push({ kind: field.kind, vector: await services.embedder.embed(field.text, { as: asOf(field.kind) }) });
    }
    return { ...words, vectors, model: modelKey(services.embedder) };
  } catch {
    return { ...words, vectors: [], model: null };
  }
};

/** Examples are tasks, as queries are. */
const asOf = (kind: FieldKind): 'query' | 'document' => (kind === 'text' ? 'document' : 'query');

/** What the index holds of one trigger; its vector is null without the embedder. */
export const indexTrigger = async (services: Services, text: string): Promise<TriggerEntry> => {
  const terms = tokenize(text);
  try {
    return { terms, vector: await services.embedder.embed(text, { as: 'query' }), model: modelKey(services.embedder) };
  } catch {
    return { terms, vector: null };
  }
};
