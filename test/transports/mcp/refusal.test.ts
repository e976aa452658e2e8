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

  it('logs where an unforeseen failure happened, and shows and logs no word of it', () => {
    const lines: string[] = [];
    const answer = refusal(new TypeError('row of "secret lesson text"\n    at this'), (line) => lines.push(line));
    expect(JSON.stringify(answer)).toContain('STORE_UNAVAILABLE: ');
    expect(lines.join('')).toMatch(/TypeError[\s\S]+refusal\.test\.ts/u);
    expect(JSON.stringify(answer) + lines.join('')).not.toContain('secret');
    expect(refusal('a text', (line) => lines.push(line)).isError).toBe(true);
  });
});
