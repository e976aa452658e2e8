import { checkpointAnswer } from '../../../tools/person-input.ts';
import { validate } from '../../../tools/validate.ts';
import { answerCheckpoint } from '../../../use-cases/answer-checkpoint.ts';
import type { Form } from '../acts.ts';
import { textField } from '../form-fields.ts';
import type { Visit } from '../visit.ts';

/** A person's answer; the agent gets it when it asks again. */
export const answerQuestion = async (visit: Visit, form: Form, id: string): Promise<string> => {
  const { answer } = validate(checkpointAnswer, { answer: textField(form, 'answer') ?? '' });
  await answerCheckpoint(visit.services, visit.caller, { checkpoint_id: id, answer });
  return visit.href('/checkpoints');
};
