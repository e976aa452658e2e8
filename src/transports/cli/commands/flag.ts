import type { Citation } from '../../../domain/lesson.ts';
import { flagInput } from '../../../tools/person-input.ts';
import { recordCorrection } from '../../../use-cases/record-correction.ts';
import { checked } from '../checked.ts';
import { collect } from '../collect.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { orLater } from '../flag-later.ts';
import { flagToTeam } from '../flag-to-team.ts';
import { childCommand } from '../group.ts';
import { collectCitation } from '../parse-citation.ts';
import { correctionWords } from '../words/correction-words.ts';

interface FlagOptions {
  readonly when: string;
  readonly wrong?: string;
  readonly why?: string;
  readonly notWhen?: string;
  readonly example?: string[];
  readonly path?: string[];
  readonly cite?: Citation[];
  readonly run?: string;
}

/** A person at the command line may say only what is right. */
const NOT_SAID = '(not stated)';

const EXAMPLE =
  'hone flag "Use pnpm, not npm" --when "installing a dependency" --why "npm rewrites the lock file" --path package.json';

/** `hone flag`: a person's correction becomes a lesson. */
export const flagCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('flag', 'turn a correction into a lesson')
      .argument('<rule>', 'what is right, as an instruction')
      .requiredOption('--when <situation>', 'when it applies: the task or situation, as one would say it beforehand')
      .option('--wrong <text>', 'what was done wrong')
      .option('--why <text>', 'the reason')
      .option('--not-when <situation>', 'where it does not apply')
      .option('--example <task>', 'a task for which it matters (up to 5 times)', collect)
      .option('--path <glob>', 'files that it is about (may be repeated)', collect)
      .option('--cite <file:line>', 'a place in the code that it rests on (may be repeated)', collectCitation)
      .option('--run <id>', 'the run that went wrong')
      .action(async (rule: string, options: FlagOptions) => {
        const typed = {
          right: rule,
          when: options.when,
          wrong: options.wrong ?? NOT_SAID,
          why: options.why,
          not_when: options.notWhen,
          examples: options.example,
          paths: options.path,
          citations: options.cite,
          run_id: options.run,
        };
        const removed: { field: string; count: number }[] = [];
        const input = checked(flagInput, typed, EXAMPLE, (field, count) => removed.push({ field, count }));
        const team = await (await context.connection()).teamHere();
        if (team !== null) return flagToTeam(context, team, input);
        await orLater(context, input, async () => {
          const caller = { ...(await context.caller()), removed };
          const result = await recordCorrection(await context.services(), caller, input);
          context.output.result(result, () => correctionWords(context.output, result));
        });
      }),
    EXAMPLE,
  );
