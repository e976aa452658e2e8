import { Writable } from 'node:stream';
import { CommanderError } from 'commander';
import { describe, expect, it } from 'vitest';
import { HoneError } from '../../../src/domain/error.ts';
import { fromFile } from '../../../src/transports/cli/content-refused.ts';
import { TerminalOutput } from '../../../src/transports/cli/output.ts';
import { reportError } from '../../../src/transports/cli/report-error.ts';
import { UsageError } from '../../../src/transports/cli/usage-error.ts';

const report = (error: unknown, options: { json?: boolean; debug?: boolean } = {}) => {
  let text = '';
  const sink = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const output = new TerminalOutput({ stdout: sink, stderr: sink, color: false });
  output.json = options.json ?? false;
  return { exitCode: reportError(error, output, options.debug ?? false), text };
};

describe('reportError', () => {
  it('ends with 1 after a refusal, and says what to do', () => {
    const refusal = new HoneError('NOT_FOUND', 'No such lesson.', 'Check the id.');
    expect(report(refusal)).toEqual({ exitCode: 1, text: 'NOT_FOUND: No such lesson.\nCheck the id.\n' });
    expect(JSON.parse(report(refusal, { json: true }).text)).toEqual({
      error: { code: 'NOT_FOUND', message: 'No such lesson.', hint: 'Check the id.' },
    });
  });

  it('ends with 2 after a misuse, with 0 after help', () => {
    expect(report(new UsageError('Wrong.', 'Right.')).exitCode).toBe(2);
    expect(report(new CommanderError(0, 'commander.helpDisplayed', ''))).toEqual({ exitCode: 0, text: '' });
  });

  it('ends with 1 when the content of a file was refused, with 2 when an argument was', async () => {
    const wrong = new HoneError('INVALID_INPUT', 'Line 3 is no JSON.', 'Correct it.');
    expect(report(wrong).exitCode).toBe(2);
    const refused = await fromFile(() => Promise.reject(wrong)).catch((error: unknown) => error);
    expect(report(refused)).toEqual({ exitCode: 1, text: 'INVALID_INPUT: Line 3 is no JSON.\nCorrect it.\n' });
  });

  it('owns up to what nobody foresaw, without a stack unless asked', () => {
    const bug = new TypeError('x is \u001b[31mnot');
    expect(report(bug)).toMatchObject({ exitCode: 1, text: expect.stringMatching(/^UNEXPECTED: x is not\n/u) });
    expect(report(bug).text).not.toContain('report-error.test');
    expect(report(bug, { debug: true }).text).toContain('report-error.test');
  });
});
