import { lessonChanges } from '../../../tools/person-input.ts';
import { validate } from '../../../tools/validate.ts';
import { getLesson } from '../../../use-cases/get-lesson.ts';
import { type ReviewInput, reviewLesson } from '../../../use-cases/review-lesson.ts';
import type { Form } from '../acts.ts';
import { choiceField, linesField, textField } from '../form-fields.ts';
import type { Visit } from '../visit.ts';

const ACTIONS = [
  'accept',
  'edit',
  'merge',
  'reject',
  'retire',
  'dispute',
  'quarantine',
  'release',
  'restore',
] as const satisfies readonly ReviewInput['action'][];

/** One decision on one lesson; then the page it was made on, which offers to take it back. */
export const decideLesson = async (visit: Visit, form: Form, id: string): Promise<string> => {
  const action = choiceField(form, 'action', ACTIONS);
  const [reason, into, version] = ['reason', 'into', 'version'].map((name) => textField(form, name));
  await reviewLesson(visit.services, visit.caller, {
    action,
    lesson_id: id,
    ...(reason === undefined ? {} : { reason }),
    ...(into === undefined ? {} : { into }),
    ...(version === undefined ? {} : { version: Number(version) }),
    ...(action === 'edit' ? await edit(visit, form, id) : {}),
    ...(form.critical === undefined ? {} : { critical: form.critical === 'yes' }),
  });
  return textField(form, 'from') === 'lesson'
    ? visit.href(`/lessons/${id}`, { done: id })
    : visit.href('/review', { done: id });
};

/** The whole text as it stands in the form: what was emptied there is gone. @throws HoneError */
const edit = async (
  { services, caller }: Visit,
  form: Form,
  id: string,
): Promise<Pick<ReviewInput, 'text' | 'without'>> => {
  const lesson = await getLesson(services, caller, { lesson_id: id });
  const optional = OPTIONAL.map((name) => [name, textField(form, name)] as const);
  const { paths: _, ...scope } = lesson.scope;
  const paths = linesField(form, 'paths');
  return {
    text: validate(lessonChanges, {
      when: textField(form, 'when') ?? '',
      rule: textField(form, 'rule') ?? '',
      ...Object.fromEntries(optional.filter(([, text]) => text !== undefined)),
      examples: linesField(form, 'examples'),
      scope: paths.length === 0 ? scope : { ...scope, paths },
    }),
    without: optional.filter(([, text]) => text === undefined).map(([name]) => name),
  };
};

const OPTIONAL = ['not_when', 'why'] as const;
