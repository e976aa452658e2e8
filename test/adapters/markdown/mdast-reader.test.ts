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

  it('reads long files piece by piece as it reads short ones', async () => {
    const part = `text ${'of some length '.repeat(200)}\n\n\`\`\`\n## no\n\`\`\`\n\n- item\n`;
    const text = Array.from({ length: 40 }, (_, i) => `## Heading ${i}\n\n${part}`).join('\n');
    const { sections } = await mdastReader.outline(text);
    expect(sections).toHaveLength(41);
    const lines = text.split('\n');
    for (const { title, line, lines: own } of sections.slice(1)) {
      expect(lines[line - 1]).toBe(`## ${title}`);
      expect(own.map((one) => one.text)).toEqual(lines.slice(line, line + own.length));
      expect(own.filter((one) => one.item).map((one) => one.text)).toEqual(['- item']);
    }
  });

  it('reads what is nested beyond all measure', async () => {
    const nested = Array.from({ length: 300 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n');
    for (const text of [`${'> '.repeat(5_000)}x\n`, nested, '*'.repeat(50_000), '['.repeat(50_000)]) {
      expect((await mdastReader.outline(text)).sections).toHaveLength(1);
    }
  });
});
