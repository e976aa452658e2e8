import { FEWEST_VERDICTS } from '../../domain/learning/calibration.ts';
import { ORGANISATION } from '../../domain/organisation.ts';
import type { Services } from '../services.ts';
import { type Check, ok } from './check.ts';

/** Whose recall rests on its own verdicts, and whose on the threshold that ships. */
export const learningCheck = async ({ stores }: Services): Promise<Check[]> => {
  const own: string[] = [];
  const shipped: string[] = [];
  for (const { project } of await stores.directory.listProjects()) {
    // Its lessons are judged in projects, and recalled by their calibration.
    if (project === ORGANISATION) continue;
    const calibration = await stores.lessons.calibration(project);
    const threshold = calibration?.threshold ?? null;
    const verdicts = calibration?.verdicts ?? 0;
    if (threshold !== null)
      own.push(`${project} (${verdicts} verdicts, shows lessons from ${threshold.toFixed(2)} on)`);
    else shipped.push(`${project} (${verdicts} verdicts of at least ${FEWEST_VERDICTS})`);
  }
  if (own.length + shipped.length === 0) return [ok('learning', 'No project yet, so nothing was learned.')];
  const parts = [
    ...(own.length === 0 ? [] : [`Calibrated on its own verdicts: ${own.join(', ')}.`]),
    ...(shipped.length === 0 ? [] : [`On the threshold that ships: ${shipped.join(', ')}.`]),
  ];
  return [ok('learning', parts.join(' '))];
};
