import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoneError } from '../../../../src/domain/error.ts';
import { readWorkflowFile } from '../../../../src/transports/cli/workflow-file/read-workflow-file.ts';
import { fileValue, writeWorkflowFile } from '../../../../src/transports/cli/workflow-file/write-workflow-file.ts';

const EXAMPLE = readFileSync(join(import.meta.dirname, '../../../../docs/hone-workflows.yaml'), 'utf8');
const MINIMAL = 'workflows:\n  bugfix:\n    owner: team\n    entry: A defect.\n';

const refusal = (text: string): HoneError => {
  try {
    readWorkflowFile(text);
  } catch (error) {
    if (error instanceof HoneError) return error;
    throw error;
  }
  throw new Error('the file was not refused');
};

describe('a workflow file', () => {
  it('of the documentation is read whole, and comes out as it went in, as YAML and as JSON', () => {
    const workflows = readWorkflowFile(EXAMPLE);
    expect(workflows.map(({ name }) => name)).toEqual(['bugfix', 'feature', 'migration', 'upgrade', 'docs']);
    expect(workflows[0]).toMatchObject({
      owner: 'platform-team',
      requires: ['task_key'],
      guardrails: { max_attempts: 2 },
    });
    expect(readWorkflowFile(writeWorkflowFile(workflows))).toEqual(workflows);
    expect(readWorkflowFile(JSON.stringify({ workflows: fileValue(workflows) }))).toEqual(workflows);
  });

  it('needs no more than an owner and an entry', () => {
    expect(readWorkflowFile(MINIMAL)).toEqual([
      {
        name: 'bugfix',
        owner: 'team',
        entry: 'A defect.',
        examples: [],
        requires: [],
        guardrails: { timeout_minutes: 60, max_attempts: 3, fallback: 'stop and hand it to team' },
        boundary: [],
        checkpoints: [],
      },
    ]);
  });

  it.each([
    ['a missing owner', 'workflows:\n  bugfix:\n    entry: A defect.\n', 2, '`owner` is missing'],
    ['a slip in a key', `${MINIMAL}    boundry: []\n`, 5, 'Did you mean "boundary"?'],
    [
      'an unknown permission',
      `${MINIMAL}    boundary:\n      - { paths: [a], may: human }\n`,
      6,
      'not one of the allowed',
    ],
    [
      'an unknown field to require',
      `${MINIMAL}    requires:\n      - task_key\n      - eror\n`,
      7,
      'Did you mean "error"?',
    ],
    ['a number that is none', `${MINIMAL}    guardrails: { max_attempts: many }\n`, 5, 'not a'],
    ['too few attempts', `${MINIMAL}    guardrails: { max_attempts: 0 }\n`, 5, 'too small'],
    [
      'a foreign glob',
      `${MINIMAL}    boundary:\n      - paths: ["src/*.{ts,tsx}"]\n        may: agent\n`,
      6,
      'have no meaning here',
    ],
    [
      'a negated path',
      `${MINIMAL}    boundary:\n      - paths: ["!src"]\n        may: agent\n`,
      6,
      'have no meaning here',
    ],
    ['a bad name', 'workflows:\n  "Bug fix":\n    owner: team\n    entry: A defect.\n', 2, 'no name for a workflow'],
    ['a key twice', `${MINIMAL}    owner: other\n`, 5, 'cannot be read as YAML'],
    ['a tab', 'workflows:\n\tbugfix: 1\n', 2, 'cannot be read as YAML'],
    ['a list of workflows', 'workflows:\n  - bugfix\n', 1, 'is not an object'],
    ['another top', 'flows: {}\n', 1, ''],
    ['a word where a workflow belongs', 'workflows:\n  bugfix: yes\n', 2, 'is not'],
  ])('with %s is refused with its line', (_, text, line, words) => {
    const { code, message, hint } = refusal(text);
    expect(code).toBe('INVALID_INPUT');
    expect(message).toContain(`Line ${line}: `);
    expect(message).toContain(words);
    expect(hint).toContain('Example');
  });

  it('tells every mistake at once, in the order of the lines', () => {
    const { message } = refusal('workflows:\n  a:\n    owner: x\n  b:\n    entry: y\n');
    expect(message.split('\n')).toHaveLength(2);
    expect(message).toMatch(/^Line \d+: .*`entry`.*\nLine \d+: .*`owner`/u);
  });

  it('is refused when it is empty, no mapping, a bomb of aliases or too long', () => {
    for (const text of ['', '[]', 'workflows: {}', '42', 'null']) expect(refusal(text).code).toBe('INVALID_INPUT');
    const layers = Array.from({ length: 12 }, (_, i) => `x${i + 1}: &x${i + 1} [${`*x${i},`.repeat(9)}]`);
    expect(refusal(['x0: &x0 [1,1]', ...layers, 'workflows: {}'].join('\n')).code).toBe('INVALID_INPUT');
    expect(refusal('a'.repeat(300_000)).code).toBe('TOO_LARGE');
  });

  it('never fails in another way, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.json({ maxDepth: 4 }).map((json) => `workflows: ${json}`),
        ),
        (text) => {
          try {
            readWorkflowFile(text);
          } catch (error) {
            expect(error).toBeInstanceOf(HoneError);
          }
        },
      ),
    );
  });
});
