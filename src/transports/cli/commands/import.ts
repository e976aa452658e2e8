import { Option } from 'commander';
import { detectFormat, FILE_FORMATS, type FileFormat } from '../../../domain/import/file-format.ts';
import { importEvents } from '../../../use-cases/import-events.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { fromFile } from '../content-refused.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';
import { importFile } from '../import-file.ts';
import { progressBar } from '../progress-bar.ts';
import { readTextFile } from '../read-text-file.ts';
import { eventWords, importWords } from '../words/import-words.ts';

interface ImportOptions {
  readonly format: 'auto' | FileFormat;
  readonly acceptAs?: string;
  readonly dryRun?: boolean;
  readonly keepGoing?: boolean;
}

/** `hone import`: what a team already wrote becomes proposals; events become history. */
export const importCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('import', 'bring in lessons or history from a file')
      .argument('<file>', 'a bundle, lessons in Markdown, or events as JSON lines')
      .addOption(
        new Option('--format <format>', 'what the file holds').choices(['auto', ...FILE_FORMATS]).default('auto'),
      )
      .option('--accept-as <name>', 'approve all lessons in this name: they serve at once')
      .option('--dry-run', 'show what would change')
      .option('--keep-going', 'keep the rest where a part is refused')
      .action((file: string, options: ImportOptions) => importNamed(context, file, options)),
    'hone import tasks/lessons.md --dry-run',
    'hone import lessons.json --accept-as ann',
  );

const importNamed = async (context: CliContext, file: string, options: ImportOptions): Promise<void> => {
  const text = await readTextFile(context.folder, file);
  await fromFile(() => importText(context, text, options));
};

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
    if (report.refused > 0 && report.created + report.confirmed === 0) context.exitCode = 1;
  } finally {
    progress.stop();
  }
};
