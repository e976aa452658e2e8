import { extname } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { LESSON_STATES, type LessonState } from '../../../domain/lesson-state.ts';
import { exportEvents } from '../../../use-cases/export-events.ts';
import { exportBundle, exportMarkdown } from '../../../use-cases/export-lessons.ts';
import { collect } from '../collect.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';
import { writeMarkedBlock, writeNewFile } from '../write-file.ts';

const FORMATS = ['bundle', 'markdown', 'events', 'all'] as const;
type ExportFormat = (typeof FORMATS)[number];

interface ExportOptions {
  readonly format?: ExportFormat;
  readonly state?: LessonState[];
  readonly force?: boolean;
}

/** Each format writes the file and answers with what it holds. */
type Writer = (context: CliContext, file: string, options: ExportOptions) => Promise<Record<string, number>>;

/** `hone export`: lessons for other stores and for people, history for other programs. */
export const exportCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('export', 'write lessons or history to a file')
      .argument('<file>', 'the file to write')
      .addOption(
        new Option('--format <format>', 'what to write (default: by the ending .json, .md or .jsonl)').choices(FORMATS),
      )
      .addOption(
        new Option(
          '--state <state>',
          `only lessons of this state (may be repeated): ${LESSON_STATES.join(', ')}`,
        ).argParser(collectState),
      )
      .option('--force', 'write over a file that exists')
      .action(async (file: string, options: ExportOptions) => {
        const format = options.format ?? formatOf(file);
        const holds = await WRITERS[format](context, file, options);
        const words = Object.entries(holds).map(([what, count]) => `${count} ${what}`);
        context.output.result(
          { file, format, ...holds },
          () => `Wrote ${words.join(' and ')} to ${context.output.show(file)}.`,
        );
      }),
    'hone export LESSONS.md',
    'hone export lessons.json --format bundle',
  );

const collectState = (value: string, earlier: string[] | undefined): string[] => {
  if (!LESSON_STATES.some((state) => state === value)) {
    throw new InvalidArgumentError(`Allowed: ${LESSON_STATES.join(', ')}.`);
  }
  return collect(value, earlier);
};

const formatOf = (file: string): ExportFormat => {
  const ending = extname(file).toLowerCase();
  if (ending === '.md' || ending === '.mdc') return 'markdown';
  return ending === '.jsonl' ? 'events' : 'bundle';
};

/** What people decided against, or what is held, does not travel unless asked for. */
const TRAVELLING: readonly LessonState[] = ['proposed', 'provisional', 'active', 'disputed'];

const WRITERS: Record<ExportFormat, Writer> = {
  bundle: async (context, file, { state, force }) => {
    const [services, caller] = [await context.services(), await context.caller()];
    const bundle = await exportBundle(services, caller, { states: state ?? TRAVELLING });
    await writeNewFile(context.folder, file, `${JSON.stringify(bundle, null, 2)}\n`, force === true);
    return { lessons: bundle.lessons.length };
  },
  markdown: async (context, file, { state }) => {
    const [services, caller] = [await context.services(), await context.caller()];
    const { text, lessons } = await exportMarkdown(services, caller, { states: state ?? ['active'] });
    await writeMarkedBlock(context.folder, file, text);
    return { lessons };
  },
  events: async (context, file, { force }) => {
    const { text, lines } = await exportEvents(await context.services(), await context.caller(), {});
    await writeNewFile(context.folder, file, text, force === true);
    return { events: lines };
  },
  all: async (context, file, { force }) => {
    const [services, caller] = [await context.services(), await context.caller()];
    const bundle = await exportBundle(services, caller, { history: true });
    const events = await exportEvents(services, caller, {});
    const lines = events.text.split('\n').filter((line) => line !== '');
    const whole = { ...bundle, events: lines.map((line) => JSON.parse(line) as unknown) };
    await writeNewFile(context.folder, file, `${JSON.stringify(whole, null, 2)}\n`, force === true);
    return { lessons: bundle.lessons.length, events: lines.length };
  },
};
