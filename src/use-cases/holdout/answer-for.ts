import type { Arm } from '../../domain/run.ts';
import type { RecallAnswer, RecallResult } from '../recall/perform-recall.ts';

/** Said whenever a task that has an arm is shown nothing, in either arm: so it tells neither from the other. */
const NOTHING_SHOWN = 'No lesson is shown for this task.';

/** What a task of this arm is answered: without an arm, all that was found. */
export const answerFor = (arm: Arm | undefined, shadow: boolean, result: RecallResult): RecallAnswer => {
  const answer = arm === 'holdout' || shadow ? result.held : result;
  if ((arm === undefined && !shadow) || answer.decision !== 'abstain') return answer;
  return { ...answer, reason: NOTHING_SHOWN };
};
