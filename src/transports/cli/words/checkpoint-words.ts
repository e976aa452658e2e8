import type { Checkpoint, CheckpointStatus } from '../../../domain/checkpoint.ts';
import type { Output } from '../output.ts';
import { line } from './lesson-words.ts';

type Listed = Checkpoint & { readonly status: CheckpointStatus; readonly flags?: readonly string[] };

export const checkpointList = (output: Output, items: readonly Listed[]): string =>
  items.length === 0
    ? 'No question waits for an answer.'
    : items
        .map((one) =>
          [
            `${output.paint.bold(one.checkpoint_id)}  ${one.status}  risk ${one.risk}  for ${output.show(one.owner)}, until ${one.expires_at}`,
            ...line(output, 'question', one.question),
            ...line(output, 'options', one.options.join(' · ')),
            ...line(output, 'answer', one.answer),
            ...line(output, 'said', attestedWord(one)),
            ...(one.flags ?? []).flatMap((flag) => line(output, 'note', flag)),
          ].join('\n'),
        )
        .join('\n\n');

/** What a client says is shown to the person who decides, and is no answer. */
const attestedWord = ({ attested, answer }: Listed): string | undefined =>
  attested === undefined || answer !== undefined
    ? undefined
    : `${attested.answer} (the client of ${attested.by}; no approval)`;
