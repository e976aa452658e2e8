import { describe, expect, it } from 'vitest';
import { mdastReader } from '../../../src/adapters/markdown/mdast-reader.ts';

describe('mdastReader', () => {
  it('finds headings of both kinds with their lines', async () => {
    const { sections } = await mdastReader.outline('intro\n\n# One #\n\ntext\n\nTwo `x`\n---\nmore\n');
    expect(sections.map(({ depth, title, line }) => [depth, title, line])).toEqual([
      [0, '', 1],
      [1, 'One', 3],
      [2, 'Two `x`', 7],
    ]);
    expect(sections[1]?.lines.map((line) => line.number)).toEqual([4, 5, 6]);
  });

  it('marks code and list items, and blanks comments and rules', async () => {
    const { sections } = await mdastReader.outline(
      '## A\n\n<!-- x\ny -->\n\n- one\n  - nested\n\n***\n\n```\n## no\n```\n',
    );
    const lines = sections[1]?.lines ?? [];
    expect(sections).toHaveLength(2);
    expect(lines.filter((line) => line.item).map((line) => line.text)).toEqual(['- one']);
    expect(lines.filter((line) => line.code).map((line) => line.text)).toEqual(['```', '## no', '```']);
    expect(lines.map((line) => line.text).join('\n')).not.toMatch(/x|\*\*\*/u);
  });

  it('reads line ends of every system and a mark at the start', async () => {
    const { sections } = await mdastReader.outline('\uFEFF## A\r\ntext\r\n');
    expect(sections[1]).toMatchObject({ title: 'A', line: 1 });
    expect(sections[1]?.lines[0]?.text).toBe('text');
  });

  it('answers for deep nesting, in a tolerable time', async () => {
    const deep = `${'> '.repeat(2_000)}x\n`;
    const read = await mdastReader.outline(deep).catch((error: { code?: string }) => error.code);
    expect(typeof read === 'object' || read === 'INVALID_INPUT').toBe(true);
  });
});
