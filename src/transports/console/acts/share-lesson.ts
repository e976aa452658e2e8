import { proposeForOrganisation } from '../../../use-cases/organisation/propose-for-organisation.ts';
import { takeStance } from '../../../use-cases/organisation/take-stance.ts';
import type { Form } from '../acts.ts';
import { choiceField, textField } from '../form-fields.ts';
import type { Visit } from '../visit.ts';

/** Asks that a lesson hold in every project; then the page of the one that was made of it. */
export const shareLesson = async ({ services, caller, href }: Visit, form: Form, id: string): Promise<string> => {
  const reason = textField(form, 'reason');
  const lesson = await proposeForOrganisation(services, caller, {
    lesson_id: id,
    ...(reason === undefined ? {} : { reason }),
  });
  return href(`/lessons/${lesson.lesson_id}`);
};

/** What this project says of a lesson of the organisation. */
export const setStance = async ({ services, caller, href }: Visit, form: Form, id: string): Promise<string> => {
  const stance = choiceField(form, 'stance', ['hidden', 'disputed', 'lifted']);
  await takeStance(services, caller, { lesson_id: id, stance, reason: textField(form, 'reason') ?? '' });
  return href(`/lessons/${id}`);
};
