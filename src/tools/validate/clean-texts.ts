import { HoneError } from '../../domain/error.ts';
import { cleanText, hasLoneSurrogate, hasNul, hasPiledMarks, MOST_INVISIBLE } from '../../domain/text/canonical.ts';
import { fieldName, type Path } from './field-name.ts';

/** What is read of all texts together, so that a thousand long ones cost no time. */
const MOST_CHARACTERS = 100_000;

/** Told of each text out of which invisible characters were taken: its field, and how many. */
export type ReportRemoved = (field: string, removed: number) => void;

/**
 * The same input with every text cleaned. A text longer than `longest`, which no field allows, is left as it is: the schema
 * refuses it by its length.
 *
 * @throws HoneError INVALID_INPUT for a text with NUL, half a surrogate pair, many invisible characters or piled marks;
 *   TOO_LARGE
 */
export const cleanTexts = (input: object, longest: number, report: ReportRemoved = () => {}): object => {
  let characters = 0;
  const clean = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') {
      if (value.length > longest) return value;
      characters += value.length;
      if (characters > MOST_CHARACTERS) throw tooMuchText();
      return cleanOne(value, path, report);
    }
    if (Array.isArray(value)) return Array.from(value, (item, index) => clean(item, [...path, index]));
    return typeof value === 'object' && value !== null ? cleanEntries(value, path) : value;
  };
  const cleanEntries = (value: object, path: Path): object =>
    Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, clean(entry, [...path, key])]));
  return cleanEntries(input, []);
};

const tooMuchText = (): HoneError =>
  new HoneError('TOO_LARGE', 'The arguments hold too much text.', 'At most 100,000 characters in all.');

const cleanOne = (raw: string, path: Path, report: ReportRemoved): string => {
  if (hasNul(raw)) throw unreadable(path, 'holds a NUL character');
  if (hasLoneSurrogate(raw)) throw unreadable(path, 'holds half of a surrogate pair');
  const { text, removed } = cleanText(raw);
  if (removed > MOST_INVISIBLE) throw unreadable(path, 'hides text in invisible characters');
  if (removed > 0) report(fieldName(path), removed);
  if (hasPiledMarks(text)) throw unreadable(path, 'buries letters under marks');
  return text;
};

const unreadable = (path: Path, what: string): HoneError =>
  new HoneError('INVALID_INPUT', `${fieldName(path)} ${what}.`, 'Give visible text in valid Unicode.');
