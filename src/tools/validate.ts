import type * as z from 'zod';
import { HoneError } from '../domain/error.ts';
import { LONGEST_TEXT } from './fields.ts';
import { checkShape } from './validate/check-shape.ts';
import { cleanTexts, type ReportRemoved } from './validate/clean-texts.ts';
import { describeIssues } from './validate/describe-issues.ts';

/** What validation needs of a tool. */
export interface Validated<I extends z.ZodObject> {
  readonly input: I;
  readonly example: z.input<I>;
}

/**
 * The input of a tool from whatever a client sent: a plain object of bounded size, its texts cleaned, as the schema
 * has it. No arguments at all are an empty object.
 *
 * @throws HoneError INVALID_INPUT or TOO_LARGE. It names fields, says what is allowed and shows one right call; no value
 *   of the input is in it.
 */
export const validate = <I extends z.ZodObject>(
  tool: Validated<I>,
  raw: unknown,
  report?: ReportRemoved,
): z.output<I> => {
  try {
    const shaped = checkShape(raw ?? {});
    const cleaned = cleanTexts(shaped, LONGEST_TEXT, report);
    const parsed = tool.input.safeParse(cleaned);
    if (parsed.success) return parsed.data;
    throw describeIssues(tool.input, parsed.error.issues, cleaned);
  } catch (error) {
    throw withExample(error, tool.example);
  }
};

const withExample = (error: unknown, example: object): unknown =>
  error instanceof HoneError
    ? new HoneError(error.code, error.message, `${error.hint} Example: ${JSON.stringify(example)}`)
    : error;
