import { armOf, placeOf } from '../../domain/holdout/permuted-blocks.ts';
import type { Task } from '../../domain/run.ts';
import type { TrialStore } from '../../ports/trial-store.ts';
import type { Services } from '../services.ts';
import { deliveryOf } from './delivery-of.ts';

/**
 * The arm of a new task, to be stored with it and never changed; nothing where no arms are drawn. Drawn inside project ×
 * workflow in permuted blocks, whose order nobody can foretell without the store's key. Called inside the write that adds
 * the task: the lock gives each task a place of its own.
 */
export const drawArm = async (
  { keyedHash, clock }: Pick<Services, 'keyedHash' | 'clock'>,
  trials: TrialStore,
  { project, workflow }: Pick<Task, 'project' | 'workflow'>,
): Promise<Pick<Task, 'arm' | 'drawn_in'>> => {
  const { drawing } = await deliveryOf(trials, project, workflow, clock.now());
  if (drawing === undefined) return {};
  const { drawnIn, shape } = drawing;
  const key = await drawingKey(keyedHash, trials, project);
  const { block, place } = placeOf(shape, await trials.drawnSoFar(project, workflow, drawnIn));
  const lots = Array.from({ length: shape.size }, (_, index) =>
    keyedHash.digest(key, JSON.stringify([drawnIn, project, workflow, block, index])),
  );
  return { arm: armOf(shape, lots, place), drawn_in: drawnIn };
};

const drawingKey = async (keyedHash: Services['keyedHash'], trials: TrialStore, project: string): Promise<string> => {
  const known = await trials.drawingKey(project);
  if (known !== null) return known;
  const key = keyedHash.newKey();
  await trials.keepDrawingKey(project, key);
  return key;
};
