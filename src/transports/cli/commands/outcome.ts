import { InvalidArgumentError, Option } from 'commander';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { VERDICTS } from '../../../domain/verdict.ts';
import { recordOutcomeTool } from '../../../tools/record-outcome.ts';
import { recordOutcome } from '../../../use-cases/record-outcome.ts';
import { checked } from '../checked.ts';
import { collect } from '../collect.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { share } from '../numbers.ts';
import { type OutcomeOptions, outcomeInput } from '../outcome-input.ts';
import { outcomeWords, unknownBranchWords } from '../words/outcome-words.ts';

const EXAMPLE = 'hone outcome APP-7 --outcome completed_clean --verdict les_…=helpful';

/** `hone outcome`: how a run ended, as a person or a pipeline says it. */
export const outcomeCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('outcome', 'say how a run ended')
      .argument(
        '[run]',
        "the id of a run, or the key of a task for its latest run (with --from-ci: by default that of the pipeline's branch)",
      )
      .addOption(new Option('--outcome <outcome>', 'how it ended').choices(OUTCOMES))
      .addOption(
        new Option('--source <source>', 'whose word it is (default: human; with --from-ci: ci)').choices([
          'human',
          'ci',
        ]),
      )
      .option('--from-ci', 'read task and outcome from the variables of GitHub Actions or GitLab')
      .option('--from-git <range>', "BASE..HEAD: count there the agent's lines that people replaced or reverted")
      .option('--agent <text>', 'with --from-git: what marks the commits of your agent (may be repeated)', collect)
      .option('--rewrite-share <share>', "share of the agent's lines that a person replaced, 0 to 1", share)
      .option('--fallback-used', 'the run went its fallback way')
      .option('--error <text>', 'the error that it ended with')
      .option('--note <text>', 'anything else')
      .option(
        '--verdict <lesson=verdict>',
        `of a lesson shown to it: ${VERDICTS.join(', ')} (may be repeated)`,
        verdict,
      )
      .action(async (run: string | undefined, options: OutcomeOptions) => {
        const { input, ci, rewrite } = await outcomeInput(context, run, options);
        if (input === null) {
          const nothing = { recorded: null, looked_for: ci?.taskKeys ?? [] };
          context.output.result(nothing, () => unknownBranchWords(context.output, nothing.looked_for));
          return;
        }
        const typed = checked(recordOutcomeTool, input, EXAMPLE);
        const result = await recordOutcome(await context.services(), await context.caller(), typed);
        context.output.result({ ...result, ...(rewrite === null ? {} : { rewrite }) }, () =>
          outcomeWords(context.output, result, rewrite),
        );
      }),
    EXAMPLE,
    'hone outcome --from-ci',
    'hone outcome APP-7 --from-git main..HEAD',
  );

const verdict = (
  text: string,
  earlier: NonNullable<OutcomeOptions['verdict']> = [],
): NonNullable<OutcomeOptions['verdict']> => {
  const [lesson_id = '', word] = text.split('=');
  const found = VERDICTS.find((one) => one === word);
  if (lesson_id === '' || found === undefined) {
    throw new InvalidArgumentError(`It is LESSON=VERDICT, with ${VERDICTS.join(', ')}.`);
  }
  return [...earlier, { lesson_id, verdict: found }];
};
