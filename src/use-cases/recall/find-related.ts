import { relationOf } from '../../domain/learning/near-duplicate.ts';
import type { Lesson, LessonLink, LessonText, Relation } from '../../domain/lesson.ts';
import type { Pool } from '../../ports/lesson-search.ts';
import type { Services } from '../services.ts';
import { type Near, nearest } from './nearest.ts';

export interface RelatedLesson {
  readonly lesson: Lesson;
  readonly relation: Relation;
  readonly similarity: number;
}

/** Most relations that are told. */
const SHOWN = 5;

/** Lessons of the project that say the same, something close, or the opposite; the closest first. */
export const findRelated = async (
  services: Services,
  project: string,
  text: Pick<LessonText, 'when' | 'rule'>,
  pools: readonly Pool[],
): Promise<RelatedLesson[]> => relatedAmong(text, await nearest(services, project, text, pools));

/** Those of the nearest lessons that have a relation to the text; the closest first. */
export const relatedAmong = (text: Pick<LessonText, 'when' | 'rule'>, near: readonly Near[]): RelatedLesson[] => {
  const related = near.flatMap(({ lesson, cosine }) => {
    // What guards hold is nobody's neighbour: its words would reach whoever proposes.
    if (lesson.state === 'quarantined') return [];
    const relation = relationOf(text, lesson, cosine);
    return relation === null ? [] : [{ lesson, ...relation }];
  });
  return related.sort((a, b) => b.similarity - a.similarity).slice(0, SHOWN);
};

/** The relations as a new lesson keeps them: a near-duplicate that was kept apart on purpose is a similar one. */
export const linksTo = (related: readonly RelatedLesson[]): LessonLink[] =>
  related.map(({ lesson, relation, similarity }) => ({
    lesson_id: lesson.lesson_id,
    relation: relation === 'duplicate' ? 'similar' : relation,
    similarity,
  }));
