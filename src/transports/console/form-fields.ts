import { HoneError } from '../../domain/error.ts';

type Form = Readonly<Record<string, unknown>>;

/** A field's text, trimmed; undefined when it was left empty or not sent. */
export const textField = (form: Form, name: string): string | undefined => {
  const value = form[name];
  if (typeof value !== 'string') return undefined;
  const text = value.replaceAll('\r\n', '\n').trim();
  return text === '' ? undefined : text;
};

/** One item a line, without empty ones. */
export const linesField = (form: Form, name: string): string[] =>
  (textField(form, name) ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** @throws HoneError INVALID_INPUT when it is none of what is allowed */
export const choiceField = <T extends string>(form: Form, name: string, allowed: readonly T[]): T => {
  const value = form[name];
  const found = allowed.find((one) => one === value);
  if (found !== undefined) return found;
  throw new HoneError(
    'INVALID_INPUT',
    `The field ${name} is none of what is allowed.`,
    `Allowed: ${allowed.join(', ')}.`,
  );
};
