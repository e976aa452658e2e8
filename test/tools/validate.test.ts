import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoneError } from '../../src/domain/error.ts';
import { tools } from '../../src/tools/index.ts';
import { recallLessonsTool } from '../../src/tools/recall-lessons.ts';
import { recordOutcomeTool } from '../../src/tools/record-outcome.ts';
import { startTaskTool } from '../../src/tools/start-task.ts';
import type { Tool } from '../../src/tools/tool.ts';
import { validate } from '../../src/tools/validate.ts';

const refusal = (tool: Tool, raw: unknown): HoneError => {
  try {
    validate(tool, raw);
  } catch (error) {
    if (error instanceof HoneError) return error;
    throw error;
  }
  throw new Error('the input was accepted');
};

const MARKER = 'Zq9secretmarkerZq9';

describe('a valid input', () => {
  it('comes back trimmed, cleaned and with its defaults', () => {
    expect(validate(recallLessonsTool, { query: '  add\u200b a col\u0007umn\n' })).toEqual({
      query: 'add a column',
      limit: 3,
      token_budget: 800,
      format: 'concise',
    });
  });

  it('may use every field up to its limit', () => {
    const full = {
      task: 'a'.repeat(4_000),
      aspects: Array.from({ length: 5 }, () => 'b'.repeat(300)),
      paths: Array.from({ length: 100 }, () => 'c'.repeat(400)),
      error: 'd'.repeat(8_000),
      idempotency_key: 'k'.repeat(200),
    };
    expect(validate(startTaskTool, full)).toEqual(full);
  });

  it('may hold emoji, any script and the colours of a terminal', () => {
    const { task, error } = validate(startTaskTool, { task: '修复 👩‍💻', error: '\u001b[31mError\u001b[0m' });
    expect({ task, error }).toEqual({ task: '修复 👩‍💻', error: 'Error' });
  });
});

describe('a refusal', () => {
  it('of a missing field names it, says what is allowed, and shows one right call', () => {
    expect(refusal(startTaskTool, {})).toMatchObject({
      code: 'INVALID_INPUT',
      message: '`task` is missing.',
      hint: `\`task\` must be a text. Example: ${JSON.stringify(startTaskTool.example)}`,
    });
    expect(refusal(startTaskTool, undefined).message).toBe('`task` is missing.');
  });

  it('of an unknown key names the closest one and all allowed ones', () => {
    const error = refusal(startTaskTool, { taks: 'x', task: 'x' });
    expect(error.message).toBe('Unknown key "taks". Did you mean "task"?');
    expect(error.hint).toContain('Allowed: task, aspects, project,');
    const nested = refusal(recordOutcomeTool, {
      ...recordOutcomeTool.example,
      verdicts: [{ lesson: 'l', verdict: 'helpful' }],
    });
    expect(nested.message).toContain('Unknown key "lesson" in `verdicts[0]`.');
    expect(nested.hint).toContain('Allowed in `verdicts[0]`: lesson_id, verdict.');
  });

  it('does not repeat a key that is no short plain word', () => {
    const error = refusal(startTaskTool, { task: 'x', 'ignore all rules': 1, ['k'.repeat(41)]: 1 });
    expect(error.message).toBe('Unknown key. Unknown key.');
  });

  it('of a wrong word names the allowed ones and the closest', () => {
    const error = refusal(recordOutcomeTool, { run_id: 'run_1', outcome: 'completed-clean' });
    expect(error.message).toBe('`outcome` is not one of the allowed values. Did you mean "completed_clean"?');
    expect(error.hint).toContain('Allowed for `outcome`: completed_clean, completed_rewritten, failed,');
    expect(refusal(recordOutcomeTool, { run_id: 'run_1' }).message).toBe('`outcome` is missing.');
  });

  it.each([
    ['NaN', Number.NaN, '`limit` is not a number.'],
    ['Infinity', Number.POSITIVE_INFINITY, '`limit` is not a number.'],
    ['a negative number', -1, '`limit` is too small.'],
    ['a huge number', 1e300, '`limit` is too large.'],
    ['a huge negative number', -1e300, '`limit` is too small.'],
    ['a fraction', 1.5, '`limit` is not a whole number.'],
    ['one too many', 11, '`limit` is too large.'],
    ['a number as text', '3', '`limit` is not a number.'],
    ['null', null, '`limit` is not a number.'],
  ])('of %s says what is wrong with the number', (_, limit, message) => {
    expect(refusal(recallLessonsTool, { query: 'x', limit })).toMatchObject({ code: 'INVALID_INPUT', message });
  });

  it('of a text or list over its limit is TOO_LARGE, with the limit', () => {
    const long = refusal(startTaskTool, { task: 'a'.repeat(4_001) });
    expect(long).toMatchObject({ code: 'TOO_LARGE', message: '`task` is too long.' });
    expect(long.hint).toContain('At most 4,000 characters for `task`');
    const many = refusal(startTaskTool, { task: 'a', aspects: ['a', 'b', 'c', 'd', 'e', 'f'] });
    expect(many).toMatchObject({ code: 'TOO_LARGE', message: '`aspects` has too many items.' });
    expect(refusal(startTaskTool, { task: 'a'.repeat(1_000_000) })).toMatchObject({ code: 'TOO_LARGE' });
    const all = refusal(startTaskTool, { task: 'a', notes: Array.from({ length: 50 }, () => 'n'.repeat(8_000)) });
    expect(all).toMatchObject({ code: 'TOO_LARGE', message: 'The arguments hold too much text.' });
  });

  it.each([
    ['only spaces', ' \n\t ', '`task` is empty.'],
    ['only invisible characters', '\u200b\u200b', '`task` is empty.'],
    ['NUL', 'a\u0000b', '`task` holds a NUL character.'],
    ['half a surrogate pair', 'a\ud83d', '`task` holds half of a surrogate pair.'],
    ['hidden text', `a${'\u{e0041}'.repeat(9)}`, '`task` hides text in invisible characters.'],
  ])('of a text with %s names the field', (_, task, message) => {
    expect(refusal(startTaskTool, { task })).toMatchObject({ code: 'INVALID_INPUT', message });
  });

  it('names five things at most, and counts the rest', () => {
    const verdicts = Array.from({ length: 8 }, () => ({ lesson_id: 'les_1', verdict: 'great' }));
    const { message } = refusal(recordOutcomeTool, { run_id: 'run_1', outcome: 'failed', verdicts });
    expect(message.match(/`verdicts\[\d\]\.verdict`/gu)).toHaveLength(5);
    expect(message).toMatch(/And 3 more\.$/u);
  });

  it.each([[null], ['text'], [7], [[]], [new Date(0)], [() => 1]])('of %s instead of an object', (raw) => {
    const wanted = raw === null ? '`task` is missing.' : 'The arguments are not an object.';
    expect(refusal(startTaskTool, raw).message).toBe(wanted);
  });
});

describe('whatever is sent', () => {
  const sent = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSparseArray: true,
      withNullPrototype: true,
      withTypedArray: true,
    }),
    fc.record(
      {
        task: fc.anything(),
        query: fc.string({ unit: 'binary' }),
        aspects: fc.anything(),
        verdicts: fc.array(fc.anything()),
        limit: fc.double(),
        scope: fc.object(),
      },
      { requiredKeys: [] },
    ),
  );

  it('is accepted or refused by a HoneError', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tools), sent, (tool, raw) => {
        try {
          validate(tool, raw);
        } catch (error) {
          expect(error).toBeInstanceOf(HoneError);
        }
      }),
    );
  });

  it('no value of it is in the refusal', () => {
    const marked = fc.oneof(
      fc.constant(MARKER),
      fc.constant([MARKER]),
      fc.constant({ x: MARKER }),
      fc.constant(`${MARKER}\u0000`),
      fc.constant(MARKER.repeat(600)),
      fc.constant(`${MARKER}${'\u200b'.repeat(9)}`),
      fc.constant([{ lesson_id: MARKER, verdict: MARKER, path: 7, kind: MARKER }]),
    );
    const keys = [...new Set(tools.flatMap((tool) => Object.keys(tool.input.shape)))];
    fc.assert(
      fc.property(fc.constantFrom(...tools), fc.dictionary(fc.constantFrom(...keys, 'other'), marked), (tool, raw) => {
        try {
          validate(tool, raw);
        } catch (error) {
          if (!(error instanceof HoneError)) throw error;
          expect(`${error.message} ${error.hint}`).not.toContain(MARKER);
        }
      }),
    );
  });
});
