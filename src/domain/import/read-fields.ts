import { unescapeLine } from './escape.ts';
import type { FieldName } from './field-labels.ts';
import type { OutlineLine } from './outline.ts';
import { readLabelled } from './read-labelled.ts';

export interface LessonFields {
  readonly fields: ReadonlyMap<FieldName, string>;
  /** What stands before the first label. */
  readonly body: string;
}

type Line = Pick<OutlineLine, 'text' | 'code'>;
/** A bold label after the end of a sentence starts a field too. */
const BOLD_INSIDE = /(?<=[.!?:;)\]"”“»`*]) (?=\*\*[^*:]{2,40}:\*\*)/gu;
/** Stands for an empty line of code, which stays however many follow each other. No file has it: it is no text. */
const CODE_BLANK = '\0';

/** Reads labelled lines in any order; a field goes on until the next label, repeated ones are joined. */
export const readFields = (lines: readonly Line[]): LessonFields => {
  const found = new Map<FieldName, string[]>();
  const body: string[] = [];
  let current = body;
  for (const line of lines.flatMap(splitInside)) {
    const labelled = line.code ? null : readLabelled(line.text);
    if (labelled === null) {
      current.push(line.code ? line.text || CODE_BLANK : unescapeLine(line.text));
      continue;
    }
    current = found.get(labelled.field) ?? [];
    found.set(labelled.field, current);
    current.push(unescapeLine(labelled.rest));
  }
  const fields = new Map([...found].map(([field, text]) => [field, joined(text)] as const));
  return { fields: new Map([...fields].filter(([, text]) => text !== '')), body: joined(body) };
};

const splitInside = (line: Line): Line[] => {
  if (line.code || /^\s{2,}/u.test(line.text) || !line.text.includes(':**')) return [line];
  return line.text
    .split(BOLD_INSIDE)
    .reduce<string[]>((parts, part) => {
      if (parts.length > 0 && readLabelled(part) === null) parts[parts.length - 1] += ` ${part}`;
      else parts.push(part);
      return parts;
    }, [])
    .map((text) => ({ text, code: false }));
};

const joined = (lines: readonly string[]): string =>
  lines
    .join('\n')
    .replace(/^\s*\n/u, '')
    .trimEnd()
    .replace(/\n{3,}/gu, '\n\n')
    .replaceAll(CODE_BLANK, '');
