import { InvalidArgumentError, Option } from 'commander';
import { OUTCOMES, type Outcome } from '../../../domain/outcome.ts';
import { VERDICTS, type Verdict } from '../../../domain/verdict.ts';
import { recordOutcomeTool } from '../../../tools/record-outcome.ts';
import { recordOutcome } from '../../../use-cases/record-outcome.ts';
import { runIdOf } from '../../../use-cases/show-run.ts';
import { checked } from '../checked.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { share } from '../numbers.ts';
import { outcomeWords } from '../words/outcome-words.ts';

interface OutcomeOptions {
  readonly outcome: Outcome;
  readonly source: 'ci' | 'human';
  readonly rewriteShare?: number;
  readonly fallbackUsed?: boolean;
  readonly error?: string;
  readonly note?: string;
  readonly verdict?: { lesson_id: string; verdict: Verdict }[];
}

const EXAMPLE = 'hone outcome APP-7 --outcome completed_clean --verdict les_…=helpful';

/** `hone outcome`: how a run ended, as a person or a pipeline says it. */
export const outcomeCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('outcome', 'say how a run ended')
      .argument('<run>', 'the id of a run, or the key of a task for its latest run')
      .addOption(new Option('--outcome <outcome>', 'how it ended').choices(OUTCOMES).makeOptionMandatory())
      .addOption(new Option('--source <source>', 'whose word it is').choices(['human', 'ci']).default('human'))
      .option('--rewrite-share <share>', "share of the agent's lines that a person replaced, 0 to 1", share)
      .option('--fallback-used', 'the run went its fallback way')
      .option('--error <text>', 'the error that it ended with')
      .option('--note <text>', 'anything else')
      .option(
        '--verdict <lesson=verdict>',
        `of a lesson shown to it: ${VERDICTS.join(', ')} (may be repeated)`,
        verdict,
      )
      .action(async (run: string, options: OutcomeOptions) => {
        const [services, caller] = [await context.services(), await context.caller()];
        const typed = {
          run_id: await runIdOf(services, caller.project, run),
          outcome: options.outcome,
          source: options.source,
          rewrite_share: options.rewriteShare,
          fallback_used: options.fallbackUsed,
          error: options.error,
          note: options.note,
          verdicts: options.verdict,
        };
        const result = await recordOutcome(services, caller, checked(recordOutcomeTool, typed, EXAMPLE));
        context.output.result(result, () => outcomeWords(context.output, result));
      }),
    EXAMPLE,
  );

const verdict = (text: string, earlier: OutcomeOptions['verdict'] = []): { lesson_id: string; verdict: Verdict }[] => {
  const [lesson_id = '', word] = text.split('=');
  const found = VERDICTS.find((one) => one === word);
  if (lesson_id === '' || found === undefined) {
    throw new InvalidArgumentError(`It is LESSON=VERDICT, with ${VERDICTS.join(', ')}.`);
  }
  return [...earlier, { lesson_id, verdict: found }];
};
