import { CERTAINTY } from '../../domain/retrieval/constants.ts';
import type { Stores } from '../../ports/unit-of-work.ts';

/** The newest say how recall is now; more would only slow the write that they are counted in. */
const NEWEST = 1_000;

/** Reads anew what the project's verdicts say of its recall, in the transaction that adds verdicts. */
export type RefitCalibration = (stores: Stores, project: string) => Promise<void>;

/** Loaded at need and before the transaction: the statistics are large, and a server starts without them. */
export const loadRefit = async (): Promise<RefitCalibration> => {
  const { fitCalibration } = await import('../../domain/learning/fit-calibration.ts');
  return async (stores, project) => {
    const exposures = await stores.runs.judgedExposures(project, NEWEST);
    const [newest] = exposures;
    if (newest === undefined) return;
    await stores.lessons.setCalibration(project, fitCalibration(exposures, CERTAINTY.threshold, newest.at));
  };
};
