import { type Command, InvalidArgumentError } from 'commander';
import { GATES, type Gate } from '../../../domain/adoption-gate.ts';
import { trialWords } from '../../../tools/person-input.ts';
import { checked } from '../checked.ts';
import { withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';
import { share } from '../numbers.ts';

/** What a lead decides around trials: the holdout outside them, the baseline, and what must hold before. */
export const trialDecisions = (context: CliContext): Command[] => [
  holdoutCommand(context),
  baselineCommand(context),
  gatesCommand(context),
];

/** What was typed, bounded and cleaned as an agent's input is. */
const wordsOf = ({ workflow, reason, note }: { workflow?: string; reason?: string; note?: string | undefined }) =>
  checked(
    trialWords,
    { workflow, reason, note },
    'hone trial holdout --share 0.05 --reason "drift stays attributable"',
  );

const holdoutCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('holdout', 'set the share of new tasks that go without memory outside trials; 0.05 to 0.1 is advised')
      .requiredOption('--share <share>', 'whole percents from 0 to 0.5, or 1 for a shadow', share)
      .option('--workflow <name>', 'only this workflow (default: every one without a decision of its own)')
      .option('--reason <text>', 'why')
      .action(async (options: { share: number; workflow?: string; reason?: string }) => {
        const { decideDelivery } = await import('../../../use-cases/trial/decide-delivery.ts');
        const { deliveryWords } = await import('../words/trial-words.ts');
        const decided = await decideDelivery(await context.services(), await context.caller(), {
          holdout_share: options.share,
          ...wordsOf(options),
        });
        context.output.result(decided, () => deliveryWords(context.output, decided));
      }),
    'hone trial holdout --share 0.05',
    'hone trial holdout --share 1 --workflow bugfix --reason "baseline in shadow"',
  );

const baselineCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('baseline', 'declare a window normal: what drift and trials are measured against')
      .requiredOption('--from <time>', 'its start: a time, or days back from its end such as 30d')
      .requiredOption('--to <time>', 'its end')
      .option('--workflow <name>', 'only for this workflow')
      .option('--reason <text>', 'why')
      .action(async (options: { from: string; to: string; workflow?: string; reason?: string }) => {
        const { lockBaseline } = await import('../../../use-cases/trial/lock-baseline.ts');
        const { baselineWords } = await import('../words/trial-words.ts');
        const locked = await lockBaseline(await context.services(), await context.caller(), {
          ...options,
          ...wordsOf(options),
        });
        context.output.result(locked, () => baselineWords(context.output, locked));
      }),
    'hone trial baseline --from 2026-10-01 --to 2026-10-31 --reason "before the new model"',
  );

interface GateWord {
  readonly gate: Gate;
  readonly passed: boolean;
}

const gateWord = (text: string): GateWord => {
  const [name, word, ...rest] = text.split('=');
  const gate = GATES.find((one) => one === name);
  if (gate === undefined || rest.length > 0 || (word !== 'yes' && word !== 'no')) {
    throw new InvalidArgumentError(`It is GATE=yes or GATE=no, with one of ${GATES.join(', ')}.`);
  }
  return { gate, passed: word === 'yes' };
};

const gatesCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('gates', 'what must hold before the first trial, and before later steps')
      .option('--answer <gate=yes|no>', 'your word on one that no store can see', gateWord)
      .option('--note <text>', 'what your word rests on')
      .action(async ({ answer, note }: { answer?: GateWord; note?: string }) => {
        const { checkGates } = await import('../../../use-cases/trial/check-gates.ts');
        const { gateWords } = await import('../words/gate-words.ts');
        const [services, caller] = [await context.services(), await context.caller()];
        if (answer !== undefined) {
          const { answerGate } = await import('../../../use-cases/trial/answer-gate.ts');
          await answerGate(services, caller, { ...answer, ...wordsOf({ note }) });
        }
        const found = await checkGates(services, caller, {});
        context.output.result(found, () => gateWords(context.output, found));
      }),
    'hone trial gates',
    'hone trial gates --answer restore_drill=yes --note "restored in 40 s"',
  );
