import { basename, extname } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { LESSON_STATES, type LessonState } from '../../../domain/lesson-state.ts';
import { collect } from '../collect.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../export-format.ts';
import { childCommand } from '../group.ts';

interface ExportOptions {
  readonly format?: ExportFormat;
  readonly state?: LessonState[];
  readonly force?: boolean;
  readonly organisation?: boolean;
}

/** `hone export`: lessons for other stores and for people, history for other programs. */
export const exportCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('export', 'write lessons or history to a file')
      .argument('<file>', 'the file to write; for skills the folder')
      .addOption(
        new Option(
          '--format <format>',
          'what to write (default: by the ending .json, .md, .mdc or .jsonl; a folder named skills gets skills)',
        ).choices(EXPORT_FORMATS),
      )
      .addOption(
        new Option(
          '--state <state>',
          `only lessons of this state (may be repeated): ${LESSON_STATES.join(', ')}`,
        ).argParser(collectState),
      )
      .option('--organisation', 'lessons that hold in every project, in place of this one’s')
      .option('--force', 'write over a file that exists')
      .action(async (file: string, options: ExportOptions) => {
        const format = options.format ?? formatOf(file);
        const { WRITERS } = await import('../export-writers.ts');
        if (format === 'markdown' || format === 'skills') await warnOfTrial(context);
        const holds = await WRITERS[format](context, file, options);
        const words = Object.entries(holds).map(
          ([what, count]) => `${count} ${count === 1 ? what.replace(/s$/u, '') : what}`,
        );
        context.output.result(
          { file, format, ...holds },
          () => `Wrote ${words.join(' and ')} to ${context.output.show(file)}.`,
        );
      }),
    'hone export LESSONS.md',
    'hone export CLAUDE.md',
    'hone export .claude/skills --format skills',
    'hone export lessons.json --format bundle',
  );

/** A file of lessons reaches tasks of both arms. */
const warnOfTrial = async (context: CliContext): Promise<void> => {
  const { runningTrials } = await import('../../../use-cases/trial/running-trials.ts');
  const [services, { project }] = [await context.services(), await context.caller()];
  const [trial] = await runningTrials(services, project);
  if (trial === undefined) return;
  context.output.complain(
    `Note: a trial of ${context.output.show(trial.workflow)} runs until ${trial.ends_at}. Agents that read this file get lessons in tasks that are to go without; keep it from them until then.`,
  );
};

const collectState = (value: string, earlier: string[] | undefined): string[] => {
  if (!LESSON_STATES.some((state) => state === value)) {
    throw new InvalidArgumentError(`Allowed: ${LESSON_STATES.join(', ')}.`);
  }
  return collect(value, earlier);
};

/** By its ending. */
const formatOf = (file: string): ExportFormat => {
  const ending = extname(file).toLowerCase();
  if (ending === '' && basename(file) === 'skills') return 'skills';
  if (ending === '.md' || ending === '.mdc') return 'markdown';
  return ending === '.jsonl' ? 'events' : 'bundle';
};
