import { HoneError } from '../../../domain/error.ts';
import { reportTrial } from '../../../use-cases/trial/report-trial.ts';
import { requireLead } from '../../../use-cases/trial/require-lead.ts';
import { rollBackTrial } from '../../../use-cases/trial/roll-back-trial.ts';
import { stopTrial } from '../../../use-cases/trial/stop-trial.ts';
import type { Form } from '../acts.ts';
import { choiceField, textField } from '../form-fields.ts';
import type { Visit } from '../visit.ts';

/** Takes a trial's look, stops it, rolls it back, or rehearses that. */
export const endTrial = async (visit: Visit, form: Form, id: string): Promise<string> => {
  const action = choiceField(form, 'action', ['look', 'stop', 'rollback', 'rehearse']);
  const input = { trial_id: id, reason: textField(form, 'reason') };
  if (action === 'look') {
    requireLead(visit.caller.principal, 'take the look of a trial');
    await reportTrial(visit.services, visit.caller, input);
  } else if (action === 'stop') await stopTrial(visit.services, visit.caller, input);
  else if (action === 'rehearse') await rollBackTrial(visit.services, visit.caller, { ...input, rehearse: true });
  else {
    if (form.sure !== 'yes') {
      throw new HoneError('INVALID_INPUT', 'A rollback asks twice.', 'Mark “I mean it” and send it again.');
    }
    await rollBackTrial(visit.services, visit.caller, input);
  }
  return visit.href(`/trials/${id}`);
};
