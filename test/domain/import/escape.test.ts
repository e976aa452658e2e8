import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLine, unescapeLine } from '../../../src/domain/import/escape.ts';
import { readLabelled } from '../../../src/domain/import/read-labelled.ts';

const tricky = fc.stringMatching(/^[\\ #*_\-:A-Za-z`<!=>.]{0,30}$/u);
const labelled = fc
  .tuple(
    fc.constantFrom('', '\\', '\\\\', '  ', 'text. '),
    fc.constantFrom('Rule: a', '**Rule:** a', '# a', '---', '```'),
  )
  .map((parts) => parts.join(''));

describe('escapeLine', () => {
  it('is undone by unescapeLine, whatever the line', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, labelled, fc.string()), (line) => {
        expect(unescapeLine(escapeLine(line))).toBe(line);
      }),
    );
  });

  it('leaves no line that begins a field or a heading', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, labelled), (line) => {
        expect(readLabelled(escapeLine(line))).toBeNull();
        expect(escapeLine(line)).not.toMatch(/^ {0,3}#{1,6}(\s|$)/u);
      }),
    );
  });

  it('leaves ordinary lines as they are', () => {
    for (const line of ['Use pnpm.', '- a list', '\\\\server\\share', 'C:\\temp', 'note: it runs', '']) {
      expect(escapeLine(line)).toBe(line);
      expect(unescapeLine(line)).toBe(line);
    }
  });
});
