import * as z from 'zod';
import { HoneError } from '../../domain/error.ts';
import { closest } from '../../domain/text/closest.ts';
import { fieldName, isSafeKey, type Path } from './field-name.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with one field, and what would be right. Neither holds a value of the input. */
interface Finding {
  readonly wrong: string;
  readonly allowed: string;
  readonly tooLarge?: true;
}

const MOST_FINDINGS = 5;
const count = (number: number | bigint): string => Number(number).toLocaleString('en-US');

/** The refusal for what a schema found. Written anew from the kind of each issue: the schema's own messages may hold input. */
export const describeIssues = (schema: z.ZodType, issues: readonly Issue[], input: unknown): HoneError => {
  const findings = issues.filter(isOwnBound).flatMap((issue) => findingsOf(schema, issue, input));
  const told = findings.slice(0, MOST_FINDINGS);
  const more = findings.length - told.length;
  const wrong = told.map((finding) => finding.wrong).join(' ') + (more > 0 ? ` And ${more} more.` : '');
  const allowed = [...new Set(told.map((finding) => finding.allowed))].join(' ');
  const code = findings.every((finding) => finding.tooLarge) ? 'TOO_LARGE' : 'INVALID_INPUT';
  return new HoneError(code, wrong, allowed);
};

/** False for the bounds that every integer has: each of ours has narrower ones, which say more. */
const isOwnBound = (issue: Issue): boolean => !('origin' in issue && issue.origin === 'int');

const findingsOf = (schema: z.ZodType, issue: Issue, input: unknown): Finding[] => {
  const { path } = issue;
  const field = fieldName(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue.keys, keysAt(schema, path), path);
    case 'invalid_type':
      return [wrongType(field, issue.expected, valueAt(input, path))];
    case 'invalid_value':
      return [wrongWord(field, issue.values.map(String), valueAt(input, path))];
    case 'too_big':
      return [tooBig(field, issue.origin, issue.maximum)];
    case 'too_small':
      return [{ wrong: `${field} is too small.`, allowed: `At least ${count(issue.minimum)} for ${field}.` }];
    case 'custom':
      return [{ wrong: `${field} is empty.`, allowed: `Give ${field} a text, or leave it out where it is optional.` }];
    default:
      return [{ wrong: `${field} is not valid.`, allowed: `Give ${field} as in the example.` }];
  }
};

const unknownKeys = (keys: readonly string[], allowedKeys: readonly string[], path: Path): Finding[] =>
  keys.map((key) => {
    const meant = closest(key, allowedKeys);
    const where = path.length === 0 ? '' : ` in ${fieldName(path)}`;
    // Only a slip of an allowed key is repeated: any other may hold whatever its sender had at hand.
    const said = meant === null || !isSafeKey(key) ? '' : ` "${key}"`;
    return {
      wrong: `Unknown key${said}${where}.${meant === null ? '' : ` Did you mean "${meant}"?`}`,
      allowed: `Allowed${where}: ${allowedKeys.join(', ')}.`,
    };
  });

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object with named entries',
};

const wrongType = (field: string, expected: string, value: unknown): Finding => {
  const type = TYPE_WORDS[expected] ?? 'of another type';
  const allowed = `${field} must be ${type}.`;
  return value === undefined
    ? { wrong: `${field} is missing.`, allowed }
    : { wrong: `${field} is not ${type}.`, allowed };
};

const wrongWord = (field: string, words: readonly string[], value: unknown): Finding => {
  const meant = typeof value === 'string' ? closest(value, words) : null;
  const wrong = value === undefined ? `${field} is missing.` : `${field} is not one of the allowed values.`;
  return {
    wrong: meant === null ? wrong : `${wrong} Did you mean "${meant}"?`,
    allowed: `Allowed for ${field}: ${words.join(', ')}.`,
  };
};

const tooBig = (field: string, origin: string, maximum: number | bigint): Finding => {
  const most = count(maximum);
  if (origin === 'string') {
    const allowed = `At most ${most} characters for ${field}: keep what matters.`;
    return { wrong: `${field} is too long.`, allowed, tooLarge: true };
  }
  if (origin === 'array') {
    return { wrong: `${field} has too many items.`, allowed: `At most ${most} items for ${field}.`, tooLarge: true };
  }
  return { wrong: `${field} is too large.`, allowed: `At most ${most} for ${field}.` };
};

const valueAt = (input: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[part] : undefined,
    input,
  );

/** Keys that the schema allows at a place of the input. */
const keysAt = (schema: z.ZodType, path: Path): string[] => {
  let here: unknown = schema;
  for (const part of [...path, null]) {
    while (here instanceof z.ZodOptional || here instanceof z.ZodExactOptional || here instanceof z.ZodDefault) {
      here = here.unwrap();
    }
    if (part === null) break;
    if (here instanceof z.ZodArray) here = here.element;
    else if (here instanceof z.ZodObject) here = here.shape[String(part)];
  }
  return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
};
