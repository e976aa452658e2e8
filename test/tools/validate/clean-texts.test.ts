import { describe, expect, it } from 'vitest';
import { cleanTexts } from '../../../src/tools/validate/clean-texts.ts';

describe('the texts of an input', () => {
  it('are cleaned wherever they are; all else stays', () => {
    const input = { a: 'x\u200by', b: [1, null, { c: 'e\u0301' }], d: true };
    expect(cleanTexts(input, 10)).toEqual({ a: 'xy', b: [1, null, { c: 'é' }], d: true });
  });

  it('tell where invisible characters were taken out', () => {
    const told: [string, number][] = [];
    cleanTexts({ a: 'x\u200b\u2060', b: [{ c: 'y\u00ad' }, 'plain'] }, 10, (field, count) => told.push([field, count]));
    expect(told).toEqual([
      ['`a`', 2],
      ['`b[0].c`', 1],
    ]);
  });

  it('that are too long for any field are left for the schema to refuse', () => {
    expect(cleanTexts({ a: '\u0000'.repeat(11) }, 10)).toEqual({ a: '\u0000'.repeat(11) });
  });

  it('name their place when they are refused', () => {
    expect(() => cleanTexts({ a: [{ b: '\u0000' }] }, 10)).toThrow('`a[0].b` holds a NUL character.');
    expect(() => cleanTexts({ a: ['\udc00'] }, 10)).toThrow('`a[0]` holds half of a surrogate pair.');
    expect(() => cleanTexts({ a: '\u2060'.repeat(8) }, 10)).not.toThrow();
    expect(() => cleanTexts({ a: '\u2060'.repeat(9) }, 10)).toThrow('`a` hides text in invisible characters.');
  });

  it('are at most 100,000 characters in all', () => {
    const texts = (count: number) => ({ a: Array.from({ length: count }, () => 'a'.repeat(1_000)) });
    expect(() => cleanTexts(texts(100), 1_000)).not.toThrow();
    expect(() => cleanTexts(texts(101), 1_000)).toThrow('too much text');
  });
});
