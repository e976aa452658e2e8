import type { Command } from 'commander';
import type { LessonText } from '../../../domain/lesson.ts';
import { lessonChanges } from '../../../tools/person-input.ts';
import { reviewQueue } from '../../../use-cases/review-queue.ts';
import { checked } from '../checked.ts';
import { collect } from '../collect.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { decideEach } from '../decide-each.ts';
import { childCommand, group } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { reviewOneByOne } from '../review-one-by-one.ts';
import { UsageError } from '../usage-error.ts';
import { queueList } from '../words/queue-words.ts';

/** `hone review`: on a terminal one lesson after the other, one key each; else the list. */
export const reviewCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('review', 'decide which lessons serve'),
      [
        listCommand(context),
        acceptCommand(context),
        editCommand(context),
        mergeCommand(context),
        ...SIMPLE.map((one) => simpleCommand(context, one)),
      ],
      () => (context.interactive ? reviewOneByOne(context) : list(context, {})),
    ),
    'hone review',
  );

const list = async (context: CliContext, options: { limit?: number }): Promise<void> => {
  const found = await reviewQueue(await context.services(), await context.caller(), options);
  context.output.result(found, () => queueList(context.output, found.items, found.total));
};

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'all lessons that wait for a decision')
      .option('--limit <number>', 'at most so many', wholeNumber(1))
      .action((options: { limit?: number }) => list(context, options)),
    'hone review list --limit 10',
  );

const acceptCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('accept', 'let lessons serve')
      .argument('<id...>', 'their ids')
      .option('--reason <text>', 'why')
      .option('--critical', 'security or data loss: delivered in holdouts too')
      .action((ids: string[], { reason, critical }: { reason?: string; critical?: boolean }) =>
        decideEach(context, ids, {
          action: 'accept',
          ...(reason === undefined ? {} : { reason }),
          ...(critical === undefined ? {} : { critical }),
        }),
      ),
    'hone review accept les_… les_…',
  );

interface EditOptions {
  readonly when?: string;
  readonly rule?: string;
  readonly notWhen?: string;
  readonly why?: string;
  readonly example?: string[];
  readonly path?: string[];
  readonly reason?: string;
}

const EDIT_EXAMPLE = 'hone review edit les_… --rule "Use pnpm 9, not npm"';

const editCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('edit', 'accept a lesson with changes; what is not given stays')
      .argument('<id>', 'its id')
      .option('--when <situation>', 'when it applies')
      .option('--rule <text>', 'what is right')
      .option('--not-when <situation>', 'where it does not apply')
      .option('--why <text>', 'the reason')
      .option('--example <task>', 'tasks for which it matters, instead of the present ones (up to 5 times)', collect)
      .option('--path <glob>', 'files that it is about, instead of the present ones (may be repeated)', collect)
      .option('--reason <text>', 'why it was changed')
      .action((id: string, { reason, ...options }: EditOptions) => {
        const text = checked(lessonChanges, textOf(options), EDIT_EXAMPLE);
        if (Object.keys(text).length === 0) {
          throw new UsageError('Nothing is to be changed.', 'Example: hone review edit les_… --rule "Use pnpm 9"');
        }
        return decideEach(context, [id], { action: 'edit', text, ...(reason === undefined ? {} : { reason }) });
      }),
    EDIT_EXAMPLE,
  );

const textOf = ({ when, rule, notWhen, why, example, path }: EditOptions): Partial<LessonText> => ({
  ...(when === undefined ? {} : { when }),
  ...(rule === undefined ? {} : { rule }),
  ...(notWhen === undefined ? {} : { not_when: notWhen }),
  ...(why === undefined ? {} : { why }),
  ...(example === undefined ? {} : { examples: example }),
  ...(path === undefined ? {} : { scope: { paths: path } }),
});

const mergeCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('merge', 'fold a lesson into one that says the same')
      .argument('<id>', 'the lesson that goes')
      .argument('<into>', 'the lesson that stays')
      .option('--reason <text>', 'why')
      .action((id: string, into: string, { reason }: { reason?: string }) =>
        decideEach(context, [id], { action: 'merge', into, ...(reason === undefined ? {} : { reason }) }),
      ),
    'hone review merge les_… les_…',
  );

interface Simple {
  readonly action: 'reject' | 'dispute' | 'quarantine' | 'release' | 'restore';
  readonly does: string;
  readonly needsReason: boolean;
}

/** Decisions that take ids and a reason only. */
const SIMPLE: readonly Simple[] = [
  { action: 'reject', does: 'retire lessons that should never serve', needsReason: true },
  { action: 'dispute', does: 'stop lessons from serving until someone decides', needsReason: true },
  { action: 'quarantine', does: 'hold lessons that look harmful', needsReason: false },
  { action: 'release', does: 'put quarantined lessons back into review', needsReason: false },
  { action: 'restore', does: 'put retired or superseded lessons back into review', needsReason: false },
];

const simpleCommand = (context: CliContext, { action, does, needsReason }: Simple): Command => {
  const command = childCommand(action, does).argument('<id...>', 'their ids');
  return withExamples(
    (needsReason ? command.requiredOption('--reason <text>', 'why') : command.option('--reason <text>', 'why')).action(
      (ids: string[], { reason }: { reason?: string }) =>
        decideEach(context, ids, { action, ...(reason === undefined ? {} : { reason }) }),
    ),
    `hone review ${action} les_…${needsReason ? ' --reason "the library fixed it in 4.2"' : ''}`,
  );
};
