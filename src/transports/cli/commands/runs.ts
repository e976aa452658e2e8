import type { Command } from 'commander';
import { listRuns } from '../../../use-cases/list-runs.ts';
import { showRun } from '../../../use-cases/show-run.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { runHistory, runList } from '../words/run-words.ts';

/** `hone runs`: what agents attempted, and what happened. */
export const runsCommand: CommandFactory = (context) =>
  withExamples(
    group(childCommand('runs', 'list and show runs'), [listCommand(context), showCommand(context)], () =>
      list(context, {}),
    ),
    'hone runs',
  );

const list = async (context: CliContext, options: { limit?: number }): Promise<void> => {
  const found = await listRuns(await context.services(), await context.caller(), options);
  context.output.result(found, () => runList(context.output, found.items, found.total));
};

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'all runs, newest first')
      .option('--limit <number>', 'at most so many', wholeNumber(1))
      .action((options: { limit?: number }) => list(context, options)),
    'hone runs list --limit 20',
  );

const showCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('show', 'all that happened in one run')
      .argument('<run>', 'the id of a run, or the key of a task for its latest run')
      .action(async (run: string) => {
        const history = await showRun(await context.services(), await context.caller(), { run });
        context.output.result(history, () => runHistory(context.output, history));
      }),
    'hone runs show APP-7',
  );
