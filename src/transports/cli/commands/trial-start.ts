import { type Command, InvalidArgumentError } from 'commander';
import { trialWords } from '../../../tools/person-input.ts';
import type { StartTrialInput } from '../../../use-cases/trial/start-trial.ts';
import { askPerson } from '../ask-person.ts';
import { checked } from '../checked.ts';
import { withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';
import { share, wholeNumber } from '../numbers.ts';

interface StartOptions {
  readonly workflow: string;
  readonly owner: string;
  readonly days?: number;
  readonly baseline?: { readonly from: string; readonly to: string };
  readonly margin?: number;
  readonly effect?: number;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

const window = (text: string): { from: string; to: string } => {
  const [from, to, ...rest] = text.split('..');
  if (!from || !to || rest.length > 0) throw new InvalidArgumentError('It is FROM..TO, e.g. 2026-10-01..2026-10-15.');
  return { from, to };
};

const START_EXAMPLE = 'hone trial start --workflow bugfix --owner platform-team --days 14';

/** `hone trial start`: says what a trial takes before it starts; a person at a terminal is asked. */
export const trialStart = (context: CliContext): Command =>
  withExamples(
    childCommand('start', 'freeze what is to be tested and draw new tasks into arms from now on')
      .requiredOption('--workflow <name>', 'the workflow to test')
      .requiredOption('--owner <name>', 'who answers for it')
      .option('--days <days>', 'days until its one look, 1 to 28 (default: 7)', wholeNumber(1, 28))
      .option('--baseline <from..to>', 'what was usual (default: the locked one, else as many days before)', window)
      .option('--margin <count>', 'interventions per 100 runs that memory may cost (default: 10)', wholeNumber(1, 100))
      .option('--effect <share>', 'the smallest gain in completion worth finding (default: 0.15)', share)
      .option('--dry-run', 'say how many tasks it takes, and start nothing')
      .option('--yes', 'do not ask')
      .action(async (options: StartOptions) => {
        const { startTrial } = await import('../../../use-cases/trial/start-trial.ts');
        const { planWords, startedWords } = await import('../words/trial-words.ts');
        const [services, caller] = [await context.services(), await context.caller()];
        const input = inputOf(options);
        if (context.interactive && options.dryRun !== true && options.yes !== true) {
          const plan = await startTrial(services, caller, { ...input, dry_run: true });
          context.output.note(planWords(context.output, plan));
          if (!(await isWanted(context))) {
            context.output.result(plan, () => 'Nothing was started.');
            return;
          }
        }
        const result = await startTrial(services, caller, input);
        context.output.result(result, () => startedWords(context.output, result));
      }),
    START_EXAMPLE,
    'hone trial start --workflow bugfix --owner platform-team --dry-run',
  );

const inputOf = ({ workflow, owner, days, baseline, margin, effect, dryRun }: StartOptions): StartTrialInput => ({
  ...namesOf(workflow, owner),
  days,
  baseline_from: baseline?.from,
  baseline_to: baseline?.to,
  margin,
  minimum_effect: effect,
  dry_run: dryRun,
});

/** Both are needed, and bounded and cleaned as an agent's input is. */
const namesOf = (workflow: string, owner: string): { workflow: string; owner: string } => {
  const names = checked(trialWords, { workflow, owner }, START_EXAMPLE);
  return { workflow: names.workflow ?? workflow, owner: names.owner ?? owner };
};

const isWanted = async (context: CliContext): Promise<boolean> => {
  const answer = await askPerson(context).key('Start it?', [
    { key: 'y', value: 'yes', label: 'start' },
    { key: 'n', value: 'no', label: 'do not' },
  ]);
  return answer === 'yes';
};
