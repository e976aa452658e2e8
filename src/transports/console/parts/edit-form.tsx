/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Lesson } from '../../../domain/lesson.ts';
import { LESSON_LIMITS } from '../../../domain/lesson.ts';
import { plainText } from '../../cli/plain-text.ts';
import type { Visit } from '../visit.ts';
import { Form } from './form.tsx';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly rows: number;
  readonly most?: number;
  readonly needed?: true;
}

const Field = ({ name, label, text, rows, most, needed }: FieldProps) => (
  <>
    <label for={`edit-${name}`}>{label}</label>
    <textarea id={`edit-${name}`} name={name} rows={rows} maxlength={most} required={needed}>
      {plainText(text)}
    </textarea>
  </>
);

/** Every part of a lesson's text, to be changed and by that accepted. */
export const EditForm = ({ visit, lesson, from }: { visit: Visit; lesson: Omit<Lesson, 'project'>; from: string }) => (
  <Form visit={visit} action={`/lessons/${lesson.lesson_id}/decide`} class="stack">
    <input type="hidden" name="action" value="edit" />
    <input type="hidden" name="version" value={lesson.version} />
    <input type="hidden" name="from" value={from} />
    <Field name="rule" label="Rule" text={lesson.rule} rows={4} most={LESSON_LIMITS.rule} needed />
    <Field name="when" label="When it applies" text={lesson.when} rows={2} most={LESSON_LIMITS.when} needed />
    <Field name="not_when" label="Not when" text={lesson.not_when ?? ''} rows={2} most={LESSON_LIMITS.not_when} />
    <Field name="why" label="Why" text={lesson.why ?? ''} rows={2} most={LESSON_LIMITS.why} />
    <Field name="examples" label="Tasks it is for, one a line" text={lesson.examples.join('\n')} rows={3} />
    <Field name="paths" label="Files, one pattern a line" text={(lesson.scope.paths ?? []).join('\n')} rows={2} />
    <button type="submit" class="first">
      Save and accept
    </button>
  </Form>
);
