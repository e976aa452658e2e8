import type { Outcome } from '../outcome.ts';
import type { CiReport } from './ci-report.ts';

/** What a pipeline's end says of the work; null where it says nothing: somebody stopped it, or it does not say how it went. */
export const outcomeOfPipeline = ({ status }: CiReport): Outcome | null => {
  if (status === 'success') return 'completed_clean';
  return status === 'failure' ? 'failed' : null;
};
