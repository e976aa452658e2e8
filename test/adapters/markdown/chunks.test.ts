import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, shapeOf } from '../../../src/adapters/markdown/chunks.ts';

describe('chunksOf', () => {
  it('leaves a usual file in one piece', () => {
    const lines = ['# A', 'text', '## B'];
    expect(chunksOf(lines)).toEqual([{ from: 1, lines }]);
  });

  it('cuts a long one before a heading, and not inside a fenced block', () => {
    const filler = 'x'.repeat(60_000);
    const chunks = chunksOf(['## A', filler, '````', '## no', '```', '````', '## B', 'end']);
    expect(chunks.map((chunk) => [chunk.from, chunk.lines[0]])).toEqual([
      [1, '## A'],
      [7, '## B'],
    ]);
  });

  it('loses no line', () => {
    const line = fc.oneof(fc.constantFrom('## h', '```', '~~~', ''), fc.constant('y'.repeat(30_000)));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        const chunks = chunksOf(lines);
        expect(chunks.flatMap((chunk) => chunk.lines)).toEqual(lines);
        for (const chunk of chunks) expect(lines[chunk.from - 1]).toBe(chunk.lines[0]);
      }),
    );
  });
});

describe('shapeOf', () => {
  it('cuts only depth that nobody writes', () => {
    expect(shapeOf('    - a > b')).toBe('    - a > b');
    expect(shapeOf(`${' '.repeat(500)}- a`)).toBe(`${' '.repeat(60)}- a`);
    expect(shapeOf(`${'> '.repeat(500)}a`)).toBe(`${'> '.repeat(20)}a`);
  });
});
