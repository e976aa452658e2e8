import type { Time } from '../../domain/ids.ts';
import { namesOther, relationOf } from '../../domain/learning/near-duplicate.ts';
import type { Lesson, LessonText } from '../../domain/lesson.ts';
import { REPEAT } from '../../domain/retrieval/constants.ts';
import { jaccard } from '../../domain/retrieval/selection.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import type { Services } from '../services.ts';
import { nearest } from './nearest.ts';

interface Draft {
  readonly text: Pick<LessonText, 'when' | 'rule'>;
}

/**
 * The lesson that a correction repeats, among those that existed at `before`: what is right is what its rule says already.
 * Served lessons come before waiting ones; null when the correction is new.
 */
export const matchCorrection = async (
  services: Services,
  project: string,
  draft: Draft,
  before: Time,
): Promise<{ lesson: Lesson } | null> => {
  const { text } = draft;
  const byRule = await nearest(services, project, { when: '', rule: text.rule }, ['served', 'waiting']);
  const matches = byRule.flatMap(({ lesson, cosine, pool }) => {
    if (lesson.created_at >= before) return [];
    const strength = repeatStrength(text, lesson, cosine);
    return strength === null ? [] : [{ lesson, strength: strength + (pool === 'served' ? 1 : 0) }];
  });
  matches.sort((a, b) => b.strength - a.strength || (a.lesson.lesson_id < b.lesson.lesson_id ? -1 : 1));
  const [best] = matches;
  return best === undefined ? null : { lesson: best.lesson };
};

/** How surely the words say the lesson again, 0 to 1; null when they do not. */
const repeatStrength = (text: Draft['text'], lesson: Lesson, ruleCosine: number | null): number | null => {
  const relation = relationOf(text, lesson, null);
  if (relation?.relation === 'conflict' || namesOther(text.rule, lesson.rule)) return null;
  const shared = jaccard(new Set(tokenize(text.rule)), new Set(tokenize(lesson.rule)));
  if (relation?.relation === 'duplicate') return relation.similarity;
  if (shared >= REPEAT.ruleJaccard) return shared;
  return (ruleCosine ?? 0) >= REPEAT.cosine ? ruleCosine : null;
};
