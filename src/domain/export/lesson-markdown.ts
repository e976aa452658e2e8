import { escapeLine } from '../import/escape.ts';
import { readTitle } from '../import/lesson-title.ts';
import type { LessonText } from '../lesson.ts';

const HEADING_LENGTH = 120;

/**
 * One lesson as a `##` section that people read and `hone import` reads back. Citations, languages and tools have no place in
 * Markdown lessons; the bundle carries them.
 */
export const lessonMarkdown = (lesson: LessonText): string => {
  const { heading, whole } = headingOf(lesson.when);
  const paths = lesson.scope.paths ?? [];
  const parts = [
    ['When', whole ? '' : lesson.when],
    ['Rule', lesson.rule],
    ['Not when', lesson.not_when ?? ''],
    ['Why', lesson.why ?? ''],
    ...lesson.examples.map((example) => ['Example', example.replace(/\s+/gu, ' ')] as const),
    ['Paths', paths.map((path) => `\`${path}\``).join(', ')],
  ] as const;
  const fields = parts.filter(([, text]) => text !== '').map(([name, text]) => field(name, text));
  return `## ${heading}\n\n${fields.join('\n')}\n`;
};

/** The `when`, where a heading can hold it unchanged; else its beginning. */
const headingOf = (when: string): { heading: string; whole: boolean } => {
  const flat = when.replace(/\s+/gu, ' ').replace(/#+$/u, '').trim();
  if (readTitle(flat).title === when) return { heading: when, whole: true };
  return { heading: flat.slice(0, HEADING_LENGTH).trim() || 'Lesson', whole: false };
};

const field = (name: string, text: string): string => {
  const lines = escapeText(text);
  const apart = lines.length > 1 || /^\s*(?:[-*+>]|\d+[.)])\s/u.test(lines[0] ?? '');
  return `**${name}:**${apart ? '\n' : ' '}${lines.join('\n')}`;
};

/** Empty lines outside code are one. Code blocks stay as they are, unless one is never closed: it would swallow the rest of the file. */
const escapeText = (text: string): string[] => {
  const lines = text.split('\n');
  const code = codeLines(lines);
  const isBlank = (at: number): boolean => !code.has(at) && lines[at]?.trim() === '';
  return lines.flatMap((line, at) => {
    if (code.has(at)) return [line];
    return isBlank(at) && isBlank(at - 1) ? [] : [escapeLine(line)];
  });
};

const codeLines = (lines: readonly string[]): ReadonlySet<number> => {
  const code = new Set<number>();
  let open: { at: number; fence: string } | null = null;
  lines.forEach((line, at) => {
    const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? '';
    if (open === null) {
      if (fence !== '' && !/`[^`]*`{3,}|^ {0,3}`{3,}[^`]*`/u.test(line)) open = { at, fence };
      return;
    }
    if (!fence.startsWith(open.fence) || line.trim() !== fence) return;
    for (let inside = open.at; inside <= at; inside++) code.add(inside);
    open = null;
  });
  return code;
};
