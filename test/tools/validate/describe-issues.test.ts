import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { describeIssues } from '../../../src/tools/validate/describe-issues.ts';

const schema = z.strictObject({
  name: z.string().max(3),
  flag: z.boolean().optional(),
  at: z
    .array(z.strictObject({ line: z.int().min(1).max(9).exactOptional() }))
    .max(1)
    .default([]),
  pattern: z.string().regex(/^x/u).optional(),
});

const described = (input: unknown): { code: string; message: string; hint: string } => {
  const parsed = schema.safeParse(input);
  if (parsed.success) throw new Error('the input was accepted');
  const { code, message, hint } = describeIssues(schema, parsed.error.issues, input);
  return { code, message, hint };
};

describe('the words for what a schema found', () => {
  it('tell a missing field from one of another type', () => {
    expect(described({}).message).toBe('`name` is missing.');
    expect(described({ name: 7 })).toEqual({
      code: 'INVALID_INPUT',
      message: '`name` is not a text.',
      hint: '`name` must be a text.',
    });
    expect(described({ name: 'a', flag: 'yes' }).message).toBe('`flag` is not true or false.');
  });

  it('list the keys of the very object in which one is unknown', () => {
    expect(described({ name: 'a', at: [{ lime: 1 }] })).toEqual({
      code: 'INVALID_INPUT',
      message: 'Unknown key "lime" in `at[0]`. Did you mean "line"?',
      hint: 'Allowed in `at[0]`: line.',
    });
  });

  it('repeat an unknown key only when it is a slip of an allowed one', () => {
    expect(described({ name: 'a', nme: 1 }).message).toBe('Unknown key "nme". Did you mean "name"?');
    expect(described({ name: 'a', hunter2: 1 }).message).toBe('Unknown key.');
    expect(described({ name: 'a', [`ghp_${'x1Y2'.repeat(9)}`]: 1 }).message).toBe('Unknown key.');
  });

  it('are TOO_LARGE only when size is all that is wrong', () => {
    expect(described({ name: 'abcd', at: [{}, {}] }).code).toBe('TOO_LARGE');
    expect(described({ name: 'abcd', flag: 1 }).code).toBe('INVALID_INPUT');
    expect(described({ name: 'a', at: [{ line: 10 }] })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('never repeat what the schema itself would say of the value', () => {
    expect(described({ name: 'a', pattern: 'secret' })).toEqual({
      code: 'INVALID_INPUT',
      message: '`pattern` is not valid.',
      hint: 'Give `pattern` as in the example.',
    });
  });
});
