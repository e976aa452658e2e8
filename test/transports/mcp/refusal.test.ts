import { describe, expect, it } from 'vitest';
import { HoneError } from '../../../src/domain/error.ts';
import { refusal } from '../../../src/transports/mcp/refusal.ts';

describe('refusal', () => {
  it('says code, message and hint, without structured content', () => {
    const answer = refusal(new HoneError('EXPIRED', 'Too late.', 'Ask again.'), () => {});
    expect(answer).toEqual({
      isError: true,
      content: [{ type: 'text', text: 'EXPIRED: Too late. Ask again.' }],
      _meta: { 'hone/error': { code: 'EXPIRED', message: 'Too late.', hint: 'Ask again.' } },
    });
  });

  it('ends with a right call where the call was wrong, once', () => {
    const text = (error: HoneError): string => {
      const [part] = refusal(error, () => {}, { lesson_id: 'les_1' }).content;
      return part?.type === 'text' ? part.text : '';
    };
    const example = 'Example: {"lesson_id":"les_1"}';
    expect(text(new HoneError('NOT_FOUND', 'No such lesson.', 'Check the id.'))).toBe(
      `NOT_FOUND: No such lesson. Check the id. ${example}`,
    );
    expect(text(new HoneError('INVALID_INPUT', 'Wrong.', 'Right. Example: {}'))).toBe(
      'INVALID_INPUT: Wrong. Right. Example: {}',
    );
    expect(text(new HoneError('BUSY', 'Busy.', 'Try again.'))).toBe('BUSY: Busy. Try again.');
  });

  it('logs where an unforeseen failure happened, and shows and logs no word of it', () => {
    const lines: string[] = [];
    const answer = refusal(new TypeError('row of "secret lesson text"\n    at this'), (line) => lines.push(line));
    expect(JSON.stringify(answer)).toContain('STORE_UNAVAILABLE: ');
    expect(lines.join('')).toMatch(/TypeError[\s\S]+refusal\.test\.ts/u);
    expect(JSON.stringify(answer) + lines.join('')).not.toContain('secret');
    expect(refusal('a text', (line) => lines.push(line)).isError).toBe(true);
  });
});
