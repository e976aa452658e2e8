import type { RequestCheckpointResult } from '../../../use-cases/request-checkpoint.ts';
import { storedText } from '../stored-text.ts';

export const renderRequestCheckpoint = (result: RequestCheckpointResult): string =>
  [
    `Checkpoint ${result.checkpoint_id}: ${result.status}. Owner: ${storedText(result.owner)}.`,
    ...(result.answer === undefined
      ? [`Open until ${result.expires_at}. Meanwhile: ${storedText(result.meanwhile)}.`, 'No answer is not a yes.']
      : [
          `${result.client_attested ? 'Unconfirmed answer' : 'Answer'} of ${storedText(result.answered_by ?? 'a person')}: ${storedText(result.answer)}`,
        ]),
    `Next: ${result.next_step}`,
  ].join('\n');
