import { recallLessonsTool } from '../../../tools/recall-lessons.ts';
import { recallLessons } from '../../../use-cases/recall-lessons.ts';
import { checked } from '../checked.ts';
import { collect } from '../collect.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { recallWords } from '../words/recall-words.ts';

interface RecallOptions {
  readonly aspect?: string[];
  readonly path?: string[];
  readonly limit?: number;
  readonly error?: string;
  readonly explain?: boolean;
  readonly run?: string;
}

const EXAMPLE = 'hone recall "add the axios package" --path package.json --explain';

/** `hone recall`: what an agent would be told. Without `--run` it counts as nobody's exposure. */
export const recallCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('recall', 'show what an agent would be told before a task')
      .argument('<query>', 'the task, in any words')
      .option('--aspect <text>', 'what will be touched, or could go wrong (up to 5 times)', collect)
      .option('--path <file>', 'files of the task (may be repeated)', collect)
      .option('--error <text>', 'an error message that the task is about')
      .option('--limit <number>', 'at most so many lessons, 1 to 10 (default: 3)', wholeNumber(1, 10))
      .option('--explain', 'say what each lesson was found by')
      .option('--run <id>', 'count it as shown to this run')
      .action(async (query: string, options: RecallOptions) => {
        const typed = {
          query,
          aspects: options.aspect,
          paths: options.path,
          error: options.error,
          limit: options.limit,
          run_id: options.run,
          format: options.explain ? 'detailed' : 'concise',
        };
        const input = checked(recallLessonsTool, typed, EXAMPLE);
        const recall = await recallLessons(await context.services(), await context.caller(), input);
        context.output.result(recall, () => recallWords(context.output, recall));
      }),
    EXAMPLE,
  );
