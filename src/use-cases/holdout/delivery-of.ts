import { DEFAULT_DELIVERY } from '../../domain/holdout/delivery.ts';
import { type BlockShape, blockOfShare, TRIAL_BLOCK } from '../../domain/holdout/permuted-blocks.ts';
import type { Id, Time } from '../../domain/ids.ts';
import { stateOf } from '../../domain/trial.ts';
import type { TrialStore } from '../../ports/trial-store.ts';

/** What holds for tasks of one workflow now. */
export interface DeliveryNow {
  /** New tasks are drawn into arms; absent: they have none. */
  readonly drawing?: { readonly drawnIn: string; readonly shape: BlockShape };
  /** Nobody gets lessons, whatever their arm. */
  readonly shadow: boolean;
  /** Only these lessons are delivered. Absent: all that are served. */
  readonly only?: ReadonlySet<Id>;
}

/** Read from the store at each call, so that a decision holds in every running server at its next answer. */
export const deliveryOf = async (
  trials: TrialStore,
  project: string,
  workflow: string,
  now: Time,
): Promise<DeliveryNow> => {
  const newest = await trials.latest(project, workflow);
  if (newest !== null && stateOf(newest, now) === 'running') {
    const { trial_id, lessons } = newest.trial;
    return {
      drawing: { drawnIn: trial_id, shape: TRIAL_BLOCK },
      shadow: false,
      only: new Set(lessons.map((lesson) => lesson.lesson_id)),
    };
  }
  const decided = await trials.delivery(project, workflow);
  const share = decided?.holdout_share ?? DEFAULT_DELIVERY.holdout_share;
  const frozen = decided?.lessons_of === undefined ? null : await trials.find(project, decided.lessons_of);
  return {
    ...(decided === null || share === 0
      ? {}
      : { drawing: { drawnIn: `holdout ${decided.number}`, shape: blockOfShare(share) } }),
    shadow: share === 1,
    ...(frozen === null ? {} : { only: new Set(frozen.trial.lessons.map((lesson) => lesson.lesson_id)) }),
  };
};
