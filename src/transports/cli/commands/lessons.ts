import { type Command, Option } from 'commander';
import { LESSON_STATES, type LessonState } from '../../../domain/lesson-state.ts';
import { getLesson } from '../../../use-cases/get-lesson.ts';
import { listLessons } from '../../../use-cases/list-lessons.ts';
import { verifyCitations } from '../../../use-cases/verify-citations.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { decideEach } from '../decide-each.ts';
import { childCommand, group } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { organisationCommands } from '../organisation-commands.ts';
import { lessonHistory, lessonRecord } from '../words/lesson-record-words.ts';
import { lessonList } from '../words/lesson-words.ts';
import { verifiedWords } from '../words/verified-words.ts';

/** `hone lessons`: all that the project knows, whether it serves or not. */
export const lessonsCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('lessons', 'list, show, retire, restore and verify lessons, and share them with the organisation'),
      [
        listCommand(context),
        showCommand(context),
        historyCommand(context),
        retireCommand(context),
        restoreCommand(context),
        ...organisationCommands(context),
        verifyCommand(context),
      ],
      () => list(context, {}),
    ),
    'hone lessons list --state active',
  );

interface ListOptions {
  readonly state?: LessonState[];
  readonly contains?: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly organisation?: boolean;
}

const list = async (context: CliContext, options: ListOptions): Promise<void> => {
  const { state, contains, limit, offset, organisation } = options;
  const found = await listLessons(await context.services(), await context.caller(), {
    ...(state === undefined ? {} : { states: state }),
    ...(contains === undefined ? {} : { contains }),
    ...(limit === undefined ? {} : { limit }),
    ...(offset === undefined ? {} : { offset }),
    ...(organisation === true ? { organisation } : {}),
  });
  context.output.result(found, () => lessonList(context.output, found.items, found.total));
};

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'all lessons, oldest first')
      .addOption(new Option('--state <state...>', 'only these states').choices(LESSON_STATES))
      .option('--contains <text>', 'only lessons with this text')
      .option('--limit <number>', 'at most so many', wholeNumber(1))
      .option('--offset <number>', 'leave out so many first', wholeNumber(0))
      .option('--organisation', 'those that hold in every project')
      .action((options: ListOptions) => list(context, options)),
    'hone lessons list --state active provisional',
  );

const showCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('show', 'one lesson with its evidence, use and history')
      .argument('<id>', 'its id')
      .action(async (id: string) => {
        const lesson = await getLesson(await context.services(), await context.caller(), { lesson_id: id });
        context.output.result(lesson, () => lessonRecord(context.output, lesson));
      }),
    'hone lessons show les_…',
  );

const historyCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('history', 'who moved a lesson from which state to which, and why')
      .argument('<id>', 'its id')
      .action(async (id: string) => {
        const lesson = await getLesson(await context.services(), await context.caller(), { lesson_id: id });
        const { lesson_id, history, versions } = lesson;
        const value = { lesson_id, items: history, total: history.length, versions };
        context.output.result(value, () => lessonHistory(context.output, lesson));
      }),
    'hone lessons history les_…',
  );

const retireCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('retire', 'take lessons out of service; their history stays')
      .argument('<id...>', 'their ids')
      .requiredOption('--reason <text>', 'why')
      .action((ids: string[], { reason }: { reason: string }) =>
        decideEach(context, ids, { action: 'retire', reason }),
      ),
    'hone lessons retire les_… --reason "the library fixed it in 4.2"',
  );

const verifyCommand = (context: CliContext): Command =>
  withExamples(
    childCommand(
      'verify',
      'look at every place that lessons cite in this checkout; exit 1 when one changed or is missing',
    ).action(async () => {
      const verified = await verifyCitations(await context.services(), await context.caller(), {});
      context.output.result(verified, () => verifiedWords(context.output, verified));
      if (!verified.ok) context.exitCode = 1;
    }),
    'hone lessons verify',
  );

const restoreCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('restore', 'put retired or superseded lessons back into review')
      .argument('<id...>', 'their ids')
      .option('--reason <text>', 'why')
      .action((ids: string[], { reason }: { reason?: string }) =>
        decideEach(context, ids, { action: 'restore', ...(reason === undefined ? {} : { reason }) }),
      ),
    'hone lessons restore les_…',
  );
