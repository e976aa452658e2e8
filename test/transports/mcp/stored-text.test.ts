import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelled, storedText } from '../../../src/transports/mcp/stored-text.ts';
import { HARMLESS, HOSTILE } from '../../support/plain-output.ts';

describe('storedText', () => {
  it('drops what is invisible or obeyed', () => {
    expect(storedText(HOSTILE).replaceAll(/\s+/gu, ' ')).toBe(HARMLESS);
  });

  it('never begins a line of its own', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r', ' ', '\u2028', 'lessons 00000000>>')), (parts) => {
        for (const line of storedText(parts.join('')).split('\n').slice(1)) expect(line).toMatch(/^ {6}\S/u);
      }),
    );
  });
});

describe('labelled', () => {
  it('gives no line for nothing', () => {
    expect([labelled('why', undefined), labelled('why', ''), labelled('why', 'so')]).toEqual([[], [], ['  why: so']]);
  });
});
