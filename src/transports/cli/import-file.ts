import { HoneError } from '../../domain/error.ts';
import type { Id } from '../../domain/ids.ts';
import type { LessonFormat } from '../../domain/import/file-format.ts';
import type { FileRemark, ParsedFile } from '../../domain/import/parsed-lesson.ts';
import { type ImportedItem, type ImportLessonsResult, importLessons } from '../../use-cases/import-lessons.ts';
import { readLessonFile } from '../../use-cases/read-lesson-file.ts';
import type { Caller, Services } from '../../use-cases/services.ts';

export interface ImportFileOptions {
  readonly acceptAs?: string;
  readonly organisation?: boolean;
  readonly dryRun?: boolean;
  readonly keepGoing?: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** A part of the file, whatever became of it. */
export interface ReportedItem {
  readonly line: number;
  readonly status: ImportedItem['status'] | 'refused' | 'skipped';
  readonly lesson_id?: Id | null;
  readonly when?: string;
  readonly reason?: string;
  readonly hidden?: number;
  readonly similar: ImportedItem['similar'];
}

export interface ImportReport {
  readonly format: LessonFormat;
  readonly created: number;
  readonly confirmed: number;
  /** Held by a guard, for a person to look at. */
  readonly quarantined: number;
  readonly refused: number;
  /** Of those refused: for a secret, or for text that nobody can see. */
  readonly unsafe: number;
  /** Hidden characters that were found, in all. */
  readonly hidden: number;
  readonly skipped: number;
  readonly accepted: boolean;
  readonly dry_run: boolean;
  /** What `line` counts: lines of the file, or entries of a bundle or of review comments. */
  readonly place: 'line' | 'entry';
  readonly items: readonly ReportedItem[];
}

/**
 * Reads a file of lessons and imports it, with an account of every part of it.
 *
 * @throws HoneError INVALID_INPUT when entries of a bundle are refused without `keepGoing`: a program wrote it, so it is damaged,
 *   and nothing is kept. Headings without text are usual in Markdown and keep nothing back.
 */
export const importFile = async (
  services: Services,
  caller: Caller,
  file: { readonly text: string; readonly format: LessonFormat },
  options: ImportFileOptions,
): Promise<ImportReport> => {
  const parsed = await readLessonFile(services, file);
  if (file.format === 'bundle' && parsed.refused.length > 0 && !options.keepGoing && !options.dryRun) {
    throw refusal(parsed.refused);
  }
  const result = await importLessons(services, caller, { ...options, items: parsed.lessons });
  return reportOf(file.format, parsed, result, options.acceptAs !== undefined);
};

const reportOf = (
  format: ImportReport['format'],
  parsed: ParsedFile,
  { items, refused: unsafe, ...result }: ImportLessonsResult,
  accepted: boolean,
): ImportReport => {
  const remarks = (status: 'refused' | 'skipped', list: readonly FileRemark[]): ReportedItem[] =>
    list.map(({ line, reason }) => ({ line, status, reason, similar: [] }));
  return {
    format,
    ...result,
    refused: parsed.refused.length + unsafe,
    unsafe,
    skipped: parsed.skipped.length,
    accepted,
    place: format === 'markdown' ? 'line' : 'entry',
    items: [...items, ...remarks('refused', parsed.refused), ...remarks('skipped', parsed.skipped)].sort(
      (a, b) => a.line - b.line,
    ),
  };
};

const NAMED = 5;

const refusal = (refused: readonly FileRemark[]): HoneError => {
  const named = refused.slice(0, NAMED).map(({ line, reason }) => `entry ${line}: ${reason}`);
  const more = refused.length > NAMED ? ` And ${refused.length - NAMED} more.` : '';
  return new HoneError(
    'INVALID_INPUT',
    `${refused.length} entries of the bundle are refused, and nothing was kept: ${named.join(' ')}${more}`,
    'Correct them, or import with --keep-going to keep the rest.',
  );
};
