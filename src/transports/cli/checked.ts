import type * as z from 'zod';
import { HoneError } from '../../domain/error.ts';
import type { ReportRemoved } from '../../tools/validate/clean-texts.ts';
import { type Validated, validate } from '../../tools/validate.ts';

/**
 * What a person typed, checked as an agent's input is: bounded, cleaned, never empty. The example in a refusal is that of
 * the command, not of the tool.
 *
 * @throws HoneError
 */
export const checked = <I extends z.ZodObject>(
  spec: Validated<I>,
  typed: object,
  example: string,
  report?: ReportRemoved,
): z.output<I> => {
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  try {
    return validate(spec, given, report);
  } catch (error) {
    if (!(error instanceof HoneError)) throw error;
    throw new HoneError(error.code, error.message, error.hint.replace(/ Example: .*$/su, ` Example: ${example}`));
  }
};
