import type { Nodes, Root, RootContent } from 'mdast';
import type { Options } from 'mdast-util-from-markdown';
import type { OutlineLine, OutlineSection } from '../../domain/import/outline.ts';
import { splitPreface } from '../../domain/import/preface.ts';
import type { MarkdownReader } from '../../ports/markdown-reader.ts';
import { type Chunk, chunksOf, shapeOf } from './chunks.ts';

/** Reads CommonMark with micromark. The parser is loaded at first use: most commands never need it. */
export const mdastReader: MarkdownReader = {
  outline: async (text) => {
    const { fromMarkdown } = await import('mdast-util-from-markdown');
    const { preface, rest } = splitPreface(text.replace(/^\uFEFF/u, '').replace(/\r\n?/gu, '\n'));
    const sections: OutlineSection[] = [];
    for (const chunk of chunksOf(rest.split('\n'))) {
      const shape = chunk.lines.map(shapeOf).join('\n');
      addSections(sections, chunk, fromMarkdown(shape, BLOCKS_ONLY), shape);
    }
    return { preface, sections };
  },
};

/** Only blocks matter here; what is inside a line is the larger part of the parser's time. */
const BLOCKS_ONLY: Options = {
  extensions: [
    {
      disable: {
        null: [
          ...['attention', 'autolink', 'characterEscape', 'characterReference', 'codeText', 'definition'],
          ...['hardBreakEscape', 'htmlText', 'labelEnd', 'labelStartImage', 'labelStartLink'],
        ],
      },
    },
  ],
};

interface Marks {
  readonly code: ReadonlySet<number>;
  readonly items: ReadonlySet<number>;
  /** Comments and rules: markup, not text. */
  readonly markup: ReadonlySet<number>;
}

const addSections = (sections: OutlineSection[], chunk: Chunk, root: Root, shape: string): void => {
  const marks = marksOf(root, shape);
  const open = sections.pop();
  let current = open ?? { depth: 0, title: '', line: 1, lines: [] };
  let from = 1;
  for (const heading of root.children) {
    if (heading.type !== 'heading') continue;
    const [start, end] = linesOf(heading);
    sections.push({ ...current, lines: [...current.lines, ...slice(chunk, marks, from, start)] });
    const line = chunk.from + start - 1;
    current = { depth: heading.depth, title: titleOf(heading, shape), line, lines: [] };
    from = end + 1;
  }
  sections.push({ ...current, lines: [...current.lines, ...slice(chunk, marks, from, chunk.lines.length + 1)] });
};

/** Lines `from` to before `to` of the chunk, as written. */
const slice = (chunk: Chunk, marks: Marks, from: number, to: number): OutlineLine[] =>
  chunk.lines.slice(from - 1, to - 1).map((text, offset) => {
    const at = from + offset;
    return {
      number: chunk.from + at - 1,
      text: marks.markup.has(at) ? '' : text,
      code: marks.code.has(at),
      item: marks.items.has(at),
    };
  });

const marksOf = (root: Root, shape: string): Marks => {
  const markup = root.children.filter((node) => node.type === 'thematicBreak' || isComment(node, shape));
  return {
    code: new Set(codeOf(root).flatMap(allLines)),
    items: new Set(
      root.children.flatMap((node) => (node.type === 'list' ? node.children : [])).map((item) => linesOf(item)[0]),
    ),
    markup: new Set(markup.flatMap(allLines)),
  };
};

const isComment = (node: RootContent, shape: string): boolean =>
  node.type === 'html' && /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/u.test(sourceOf(node, shape));

/** Without recursion: a list can be nested deeply. */
const codeOf = (root: Root): Nodes[] => {
  const found: Nodes[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'code') found.push(node);
    if ('children' in node) open.push(...node.children);
  }
  return found;
};

const linesOf = (node: Nodes): readonly [start: number, end: number] => [
  node.position?.start.line ?? 1,
  node.position?.end.line ?? 1,
];

const allLines = (node: Nodes): number[] => {
  const [start, end] = linesOf(node);
  return Array.from({ length: end - start + 1 }, (_, offset) => start + offset);
};

const sourceOf = (node: Nodes, shape: string): string =>
  shape.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);

/** What a heading says, without the signs that make it a heading. */
const titleOf = (heading: { children: Nodes[] }, shape: string): string => {
  const from = heading.children[0]?.position?.start.offset ?? 0;
  const to = heading.children.at(-1)?.position?.end.offset ?? 0;
  return shape.slice(from, to).replace(/\s+/gu, ' ').trim();
};
