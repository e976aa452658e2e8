import { draftLesson, readList } from './draft-lesson.ts';
import { fitLesson } from './fit-lesson.ts';
import { foldSections } from './fold-sections.ts';
import { readTitle } from './lesson-title.ts';
import { isField, isWholeLesson, type ListItem, splitItems, splitLead } from './list-items.ts';
import { type Outline, type OutlineLine, type OutlineSection, textOf } from './outline.ts';
import type { FileRemark, ParsedFile, ParsedLesson } from './parsed-lesson.ts';
import { readFields } from './read-fields.ts';

/** Headings of this depth and deeper hold lessons; above it they name the file. */
const LESSON_DEPTH = 2;

/**
 * Reads the lessons of a Markdown file: one a heading, or one a list item where the list stands below no such heading or its items
 * are lessons by themselves. Never throws; every heading is accounted for.
 */
export const lessonsOfOutline = (outline: Outline): ParsedFile => {
  const note = clientNote(outline);
  if (note !== null) return note;
  const { sections, parts } = foldSections(outline.sections);
  const reader = new OutlineReader(outline, sections);
  sections.forEach((section, at) => {
    reader.read(section, (sections[at + 1]?.depth ?? 0) > section.depth);
  });
  return { lessons: reader.lessons, refused: reader.refused, skipped: reader.skipped, parts, groups: reader.groups };
};

/** Kinds of note that clients keep about a project; what a person said of their work is the last. */
const NOTE_KINDS = ['user', 'project', 'reference', 'feedback'];

/** A file of a client's memory: one lesson where it keeps what a person said, else none. Null for any other file. */
const clientNote = ({ preface, sections }: Outline): ParsedFile | null => {
  const kind = preface.get('type') ?? /\btype:\s*(\w+)/u.exec(preface.get('metadata') ?? '')?.[1] ?? '';
  if (!NOTE_KINDS.includes(kind)) return null;
  const none = { lessons: [], refused: [], skipped: [], parts: [], groups: [] };
  const lines = sections.flatMap((section) => section.lines);
  const line = firstLine(lines);
  if (kind !== 'feedback') return { ...none, skipped: [{ line, reason: `A client's note of the kind ${kind}.` }] };
  const heading = readTitle(preface.get('description') ?? preface.get('name') ?? '');
  const fitted = fitLesson(draftLesson({ line, heading, ...readFields(lines), paths: [] }));
  return 'reason' in fitted ? { ...none, refused: [{ line, reason: fitted.reason }] } : { ...none, lessons: [fitted] };
};

const LINK_ONLY = /^\[[^\]]*\]\([^)\s]+\.mdc?\)(?:\s*[—–:-].*)?$/u;

class OutlineReader {
  readonly lessons: ParsedLesson[] = [];
  readonly refused: FileRemark[] = [];
  readonly skipped: FileRemark[] = [];
  readonly groups: number[] = [];
  readonly #paths: readonly string[];
  /** Without any heading or list the whole file is one lesson. */
  readonly #single: boolean;
  /** What an editor is told of when the file applies. */
  readonly #description: string;

  constructor(outline: Outline, sections: readonly OutlineSection[]) {
    this.#paths = ['globs', 'paths', 'applyto'].flatMap((key) => readList(outline.preface.get(key) ?? ''));
    this.#description = outline.preface.get('description') ?? '';
    this.#single = !sections.some(({ depth, lines }) => depth >= LESSON_DEPTH || lines.some((line) => line.item));
  }

  read(section: OutlineSection, hasChildren: boolean): void {
    const { outside, items } = splitItems(section.lines);
    if (textOf(section.lines) === '') this.#empty(section, hasChildren);
    else if (this.#isList(section, items)) this.#list(section, outside, items);
    else if (section.depth >= LESSON_DEPTH || this.#single || this.#hasRule(section)) this.#whole(section);
    else this.#introduction(section);
  }

  #introduction(section: OutlineSection): void {
    this.#group(section);
    this.skipped.push({ line: firstLine(section.lines), reason: 'Text before the first lesson.' });
  }

  #empty(section: OutlineSection, hasChildren: boolean): void {
    if (section.depth === 0) return;
    if (hasChildren || section.depth < LESSON_DEPTH) this.#group(section);
    else this.refused.push({ line: section.line, reason: 'A heading without text.' });
  }

  #isList(section: OutlineSection, items: readonly ListItem[]): boolean {
    if (items.some(isWholeLesson)) return true;
    return section.depth < LESSON_DEPTH && items.length > 0 && !items.some(isField);
  }

  #hasRule(section: OutlineSection): boolean {
    const { fields } = readFields(section.lines);
    return fields.has('rule') && (fields.has('when') || section.depth > 0);
  }

  #list(section: OutlineSection, outside: readonly OutlineLine[], items: readonly ListItem[]): void {
    if (section.depth > 0) this.#group(section);
    if (textOf(outside) !== '') {
      this.skipped.push({ line: firstLine(outside), reason: 'Text beside the lessons of a list.' });
    }
    for (const item of items) {
      if (item.lines.length === 1 && LINK_ONLY.test(item.lines[0]?.text.trim() ?? '')) {
        this.skipped.push({ line: item.line, reason: 'A link to another file.' });
        continue;
      }
      const { heading, lines } = splitLead(item);
      this.#keep(item.line, heading, lines);
    }
  }

  #whole(section: OutlineSection): void {
    const line = section.depth === 0 ? firstLine(section.lines) : section.line;
    const title = section.title === '' && this.#single ? this.#description : section.title;
    this.#keep(line, title === '' ? null : readTitle(title), section.lines);
  }

  #keep(line: number, heading: ReturnType<typeof readTitle> | null, lines: readonly OutlineLine[]): void {
    const fitted = fitLesson(draftLesson({ line, heading, ...readFields(lines), paths: this.#paths }));
    if ('reason' in fitted) this.refused.push({ line, reason: fitted.reason });
    else this.lessons.push(fitted);
  }

  #group(section: OutlineSection): void {
    if (section.depth > 0) this.groups.push(section.line);
  }
}

const firstLine = (lines: readonly OutlineLine[]): number =>
  (lines.find((line) => line.text.trim() !== '') ?? lines[0])?.number ?? 1;
