import type { Heard } from '../../domain/capture/captured.ts';

/** What the agent is asked once at its stop. It knows the conversation; whether there is a lesson is its to say, and a person's to review. */
export const correctionQuestion = ({ quote, wrong }: Heard, run: string | null): string =>
  [
    `In this session the user seems to have corrected the work: "${quote}"${wrong === '' ? '' : ` (just before: ${wrong})`}.`,
    'No lesson was recorded from it. If it holds for later tasks too, Hone takes it with one call of record_correction:',
    `wrong (what was done), right (what is wanted), quote (the user's words), when (the situation)${run === null ? '' : `, run_id ${run}`}.`,
    'If it does not, nothing needs to be done; this is asked once.',
  ].join('\n');
