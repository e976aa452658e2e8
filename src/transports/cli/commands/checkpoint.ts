import type { Command } from 'commander';
import { checkpointAnswer } from '../../../tools/person-input.ts';
import { answerCheckpoint } from '../../../use-cases/answer-checkpoint.ts';
import { listCheckpoints } from '../../../use-cases/list-checkpoints.ts';
import { checked } from '../checked.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import { checkpointList } from '../words/checkpoint-words.ts';

/** `hone checkpoint`: questions that only a human may answer. */
export const checkpointCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('checkpoint', 'see and answer the questions of agents'),
      [listCommand(context), answerCommand(context)],
      () => list(context, {}),
    ),
    'hone checkpoint',
  );

const list = async (context: CliContext, { all }: { all?: boolean }): Promise<void> => {
  const found = await listCheckpoints(await context.services(), await context.caller(), { all: all === true });
  context.output.result(found, () => checkpointList(context.output, found.items));
};

const listCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('list', 'the questions that wait, oldest first')
      .option('--all', 'answered and expired ones too')
      .action((options: { all?: boolean }) => list(context, options)),
    'hone checkpoint list --all',
  );

const ANSWER_EXAMPLE = 'hone checkpoint answer chk_… "yes, but keep the old column"';

const answerCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('answer', 'answer a question; the agent gets it when it asks again')
      .argument('<id>', 'the id of the checkpoint')
      .argument('<text>', 'the answer')
      .action(async (id: string, text: string) => {
        const answered = await answerCheckpoint(await context.services(), await context.caller(), {
          checkpoint_id: id,
          answer: checked(checkpointAnswer, { answer: text }, ANSWER_EXAMPLE).answer,
        });
        const value = { ...answered, status: 'answered' as const };
        context.output.result(value, () => checkpointList(context.output, [value]));
      }),
    ANSWER_EXAMPLE,
  );
