import { describe, expect, it } from 'vitest';
import { mdastReader } from '../../../src/adapters/markdown/mdast-reader.ts';
import { foldSections } from '../../../src/domain/import/fold-sections.ts';

const fold = async (text: string) => {
  const { sections, parts } = foldSections((await mdastReader.outline(text)).sections);
  return { titles: sections.filter((one) => one.depth > 0).map((one) => one.title), parts };
};

describe('foldSections', () => {
  it('leaves lessons below a section heading apart', async () => {
    expect(await fold('## Tests\n### One\na\n### Mistake 1: Two\nb\n### Lesson: Three\nc\n')).toEqual({
      titles: ['Tests', 'One', 'Mistake 1: Two', 'Lesson: Three'],
      parts: [],
    });
  });

  it('joins headings that are labels with what they are about', async () => {
    expect(await fold('## A\n### The Problem\nx\n### The Solution: one store\ny\n## B\ntext\n### Own\nz\n')).toEqual({
      titles: ['A', 'B', 'Own'],
      parts: [2, 4],
    });
  });

  it('joins all below a lesson that has its fields, and everything deeper than three', async () => {
    expect(await fold('## A\nRule: x\n### Details\ny\n## B\n### C\n#### D\nz\n')).toEqual({
      titles: ['A', 'B', 'C'],
      parts: [3, 7],
    });
  });
});
