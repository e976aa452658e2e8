import { fitCalibration } from '../../domain/learning/calibration.ts';
import { CERTAINTY } from '../../domain/retrieval/constants.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** The newest say how recall is now; more would only slow the write that they are counted in. */
const NEWEST = 1_000;

/** Reads anew what the project's verdicts say of its recall. Called in the transaction that adds verdicts. */
export const refitCalibration = async (stores: Stores, project: string): Promise<void> => {
  const exposures = await stores.runs.judgedExposures(project, NEWEST);
  const [newest] = exposures;
  if (newest === undefined) return;
  await stores.lessons.setCalibration(project, fitCalibration(exposures, CERTAINTY.threshold, newest.at));
};
