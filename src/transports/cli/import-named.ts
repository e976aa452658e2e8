import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { detectFormat, type FileFormat } from '../../domain/import/file-format.ts';
import { importEvents } from '../../use-cases/import-events.ts';
import { fromFile } from './content-refused.ts';
import type { CliContext } from './context.ts';
import { importFile } from './import-file.ts';
import type { FolderPart } from './import-folder.ts';
import { progressBar } from './progress-bar.ts';
import { readTextFile } from './read-text-file.ts';
import { eventWords, importWords } from './words/import-words.ts';

export interface ImportOptions {
  readonly format: 'auto' | FileFormat;
  readonly acceptAs?: string;
  readonly organisation?: boolean;
  readonly dryRun?: boolean;
  readonly keepGoing?: boolean;
}

/** Imports the file that somebody named. The exit code is 1 where nothing of it could be used, a lesson was refused for what stands in it, or lines of events were refused. */
export const importNamed = async (context: CliContext, file: string, options: ImportOptions): Promise<void> => {
  const path = resolve(context.folder, file);
  const isFolder = await stat(path).then(
    (facts) => facts.isDirectory(),
    () => false,
  );
  if (isFolder) return fromFile(() => importAll(context, path, options));
  const text = await readTextFile(context.folder, file);
  await fromFile(() => importText(context, text, options));
};

const importAll = async (context: CliContext, folder: string, options: ImportOptions): Promise<void> => {
  const { output } = context;
  const { importFolder } = await import('./import-folder.ts');
  const open = async () => [await context.services(), await context.caller()] as const;
  const files = await importFolder(open, folder, { ...options, onProgress: () => {} });
  output.result({ format: 'folder', ...totals(files), dry_run: options.dryRun === true, files }, () =>
    files
      .map((part) => `${output.show(part.file)}: ${'error' in part ? part.error : importWords(output, part)}`)
      .join('\n'),
  );
  if (files.some((part) => 'error' in part || part.unsafe > 0)) context.exitCode = 1;
};

const COUNTS = ['created', 'confirmed', 'quarantined', 'refused', 'unsafe', 'hidden', 'skipped'] as const;

const totals = (files: readonly FolderPart[]): Record<string, number> =>
  Object.fromEntries(
    COUNTS.map((name) => [name, files.reduce((sum, part) => sum + ('error' in part ? 0 : part[name]), 0)]),
  );

const importText = async (context: CliContext, text: string, options: ImportOptions): Promise<void> => {
  const format = options.format === 'auto' ? detectFormat(text) : options.format;
  const { output } = context;
  const [services, caller] = [await context.services(), await context.caller()];
  const progress = progressBar(context.terminal.output, 'importing');
  const onProgress = (done: number, total: number): void => progress.update(done, total);
  try {
    if (format === 'events') {
      const result = await importEvents(services, caller, { ...options, text, onProgress });
      progress.stop();
      output.result({ format, ...result }, () => eventWords(output, result));
      if (result.refused.length > 0) context.exitCode = 1;
      return;
    }
    const report = await importFile(services, caller, { text, format }, { ...options, onProgress });
    progress.stop();
    output.result(report, () => importWords(output, report));
    if (report.unsafe > 0) {
      output.note(`${report.unsafe} refused for what stands in them, and not kept: see the lines named refused.`);
    }
    const useless = report.refused > 0 && report.created + report.confirmed + report.quarantined === 0;
    if (report.unsafe > 0 || useless) context.exitCode = 1;
  } finally {
    progress.stop();
  }
};
