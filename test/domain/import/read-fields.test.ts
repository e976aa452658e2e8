import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../../src/domain/import/read-fields.ts';

const read = (text: string, code: readonly number[] = []) => {
  const lines = text.split('\n').map((line, at) => ({ text: line, code: code.includes(at) }));
  const { fields, body } = readFields(lines);
  return { ...Object.fromEntries(fields), body };
};

describe('readFields', () => {
  it('keeps what stands before the first label apart', () => {
    expect(read('Some words.\n\nRule: do it')).toEqual({ body: 'Some words.', rule: 'do it' });
  });

  it('goes on until the next label, and joins repeated ones', () => {
    expect(read('Rule: a\n\nmore\nWhy: b\nRule: c')).toEqual({ body: '', rule: 'a\n\nmore\nc', why: 'b' });
  });

  it('reads a bold label after the end of a sentence', () => {
    expect(read('**Fehler:** Es brach. **Regel:** Erst lesen.')).toEqual({
      body: '',
      mistake: 'Es brach.',
      rule: 'Erst lesen.',
    });
  });

  it('reads no label in code, in deeper lists, or that it does not know', () => {
    expect(read('Rule: a\nRule: b', [1])).toEqual({ body: '', rule: 'a\nRule: b' });
    expect(read('1. First\n   - Fix: x\nNote: y')).toEqual({ body: '1. First\n   - Fix: x\nNote: y' });
  });

  it('loses no word, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Rule: aa', 'bb cc', '', '- Why: dd', '  ee', '**When:** ff')), (lines) => {
        const words = Object.values(read(lines.join('\n'))).join(' ');
        for (const word of lines.join(' ').match(/\b([a-f])\1\b/gu) ?? []) expect(words).toContain(word);
      }),
    );
  });
});
