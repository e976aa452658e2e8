import type { Time } from '../../domain/ids.ts';
import { namesOther, relationOf } from '../../domain/learning/near-duplicate.ts';
import type { Lesson, LessonText } from '../../domain/lesson.ts';
import { REPEAT } from '../../domain/retrieval/constants.ts';
import { jaccard } from '../../domain/retrieval/selection.ts';
import { tokenize } from '../../domain/retrieval/tokens.ts';
import type { Services } from '../services.ts';
import { type RelatedLesson, relatedAmong } from './find-related.ts';
import { nearest } from './nearest.ts';

export interface CorrectionMatch {
  /** The lesson that the correction repeats; null when it is new. */
  readonly repeated: Lesson | null;
  /** Lessons near it, whether it repeats one or not; the closest first. */
  readonly related: readonly RelatedLesson[];
}

/**
 * What a correction has to do with the lessons there are. It repeats one that existed at `before` when what is right is
 * what that lesson's rule says already; served lessons come before waiting ones.
 */
export const matchCorrection = async (
  services: Services,
  project: string,
  text: Pick<LessonText, 'when' | 'rule'>,
  before: Time,
): Promise<CorrectionMatch> => {
  const near = await nearest(services, project, { when: '', rule: text.rule }, ['served', 'waiting']);
  const matches = near.flatMap(({ lesson, cosine, pool }) => {
    if (lesson.created_at >= before || lesson.state === 'quarantined') return [];
    const strength = repeatStrength(text, lesson, cosine);
    return strength === null ? [] : [{ lesson, strength: strength + (pool === 'served' ? 1 : 0) }];
  });
  matches.sort((a, b) => b.strength - a.strength || (a.lesson.lesson_id < b.lesson.lesson_id ? -1 : 1));
  return { repeated: matches[0]?.lesson ?? null, related: relatedAmong(text, near) };
};

/** How surely the words say the lesson again, 0 to 1; null when they do not. */
const repeatStrength = (
  text: Pick<LessonText, 'when' | 'rule'>,
  lesson: Lesson,
  ruleCosine: number | null,
): number | null => {
  const relation = relationOf(text, lesson, null);
  if (relation?.relation === 'conflict' || namesOther(text.rule, lesson.rule)) return null;
  const shared = jaccard(new Set(tokenize(text.rule)), new Set(tokenize(lesson.rule)));
  if (relation?.relation === 'duplicate') return relation.similarity;
  if (shared >= REPEAT.ruleJaccard) return shared;
  return (ruleCosine ?? 0) >= REPEAT.cosine ? ruleCosine : null;
};
