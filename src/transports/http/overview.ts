import type { Checkpoint } from '../../domain/checkpoint.ts';
import type { Trends } from '../../domain/metrics/trends.ts';
import { interventionTrends } from '../../use-cases/intervention-trends.ts';
import { listCheckpoints } from '../../use-cases/list-checkpoints.ts';
import { listLessons } from '../../use-cases/list-lessons.ts';
import { reviewQueue } from '../../use-cases/review-queue.ts';
import type { Caller, Services } from '../../use-cases/services.ts';

export interface Overview {
  readonly trends: Trends;
  /** Lessons that are served. */
  readonly lessons: number;
  /** Lessons that wait for a person. */
  readonly waiting: number;
  readonly checkpoints: readonly Checkpoint[];
}

/** How one project stands. */
export const readOverview = async (services: Services, caller: Caller): Promise<Overview> => {
  const [trends, lessons, waiting, checkpoints] = await Promise.all([
    interventionTrends(services, caller, {}),
    listLessons(services, caller, { states: ['active', 'provisional'], limit: 1 }),
    reviewQueue(services, caller, { limit: 0 }),
    listCheckpoints(services, caller, {}),
  ]);
  return { trends, lessons: lessons.total, waiting: waiting.total, checkpoints: checkpoints.items };
};
