import type { Command } from 'commander';
import { Option } from 'commander';
import { INCIDENTS, type Incident } from '../../../domain/incident.ts';
import { trialWords } from '../../../tools/person-input.ts';
import { checked } from '../checked.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand, group } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { writeNewFile } from '../write-file.ts';
import { trialDecisions } from './trial-decisions.ts';
import { trialStart } from './trial-start.ts';

/** `hone trial`: field tests of one workflow. Use-cases and words are loaded at need: statistics take long to load. */
export const trialCommand: CommandFactory = (context) =>
  withExamples(
    group(
      childCommand('trial', 'test whether memory helps: tasks with it against tasks without'),
      [
        trialStart(context),
        statusCommand(context),
        reportCommand(context),
        stopCommand(context),
        extendCommand(context),
        rollbackCommand(context),
        ...trialDecisions(context),
      ],
      () => list(context),
    ),
    'hone trial start --workflow bugfix --owner platform-team --days 14',
    'hone trial report --markdown decision.md',
  );

const list = async (context: CliContext): Promise<void> => {
  const { listTrials } = await import('../../../use-cases/trial/report-trial.ts');
  const { trialList } = await import('../words/trial-words.ts');
  const found = await listTrials(await context.services(), await context.caller(), {});
  context.output.result(found, () => trialList(context.output, found.items));
};

const statusCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('status', 'every trial of the project, the newest first').action(() => list(context)),
    'hone trial status',
  );

interface ReportOptions {
  readonly workflow?: string;
  readonly markdown?: string;
  readonly html?: string;
  readonly force?: boolean;
}

const reportCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('report', 'how a trial stands; takes its one look when that is due')
      .argument('[id]', 'the trial (default: the newest)')
      .option('--workflow <name>', 'the newest trial of this workflow')
      .option('--markdown <file>', 'write it as Markdown, to paste into a decision')
      .option('--html <file>', 'write it as one page that stands alone')
      .option('--force', 'write over a file that exists')
      .action(async (id: string | undefined, { workflow, markdown, html, force = false }: ReportOptions) => {
        const { reportTrial } = await import('../../../use-cases/trial/report-trial.ts');
        const { trialWords } = await import('../words/trial-words.ts');
        const { trialReport } = await import('../trial-report.ts');
        const report = await reportTrial(await context.services(), await context.caller(), { trial_id: id, workflow });
        if (markdown !== undefined) {
          const { reportMarkdown } = await import('../report-markdown.ts');
          await writeNewFile(context.folder, markdown, reportMarkdown(trialReport(report)), force);
        }
        if (html !== undefined) {
          const { reportHtml } = await import('../html/report-html.ts');
          await writeNewFile(context.folder, html, reportHtml(trialReport(report)), force);
        }
        context.output.result(report, () => trialWords(context.output, report));
      }),
    'hone trial report --workflow bugfix --html trial.html',
  );

interface EndOptions {
  readonly workflow?: string;
  readonly reason?: string;
  readonly incident?: Incident;
  readonly rehearse?: boolean;
}

/** What was typed, bounded and cleaned as an agent's input is. */
const wordsOf = ({ workflow, reason }: EndOptions) =>
  checked(trialWords, { workflow, reason }, 'hone trial stop --workflow bugfix --reason "kept"');

const ending = (name: string, description: string): Command =>
  childCommand(name, description)
    .argument('[id]', 'the trial (default: the newest)')
    .option('--workflow <name>', 'the newest trial of this workflow')
    .option('--reason <text>', 'why')
    .addOption(new Option('--incident <kind>', 'what happened that ends a trial by itself').choices(INCIDENTS));

const stopCommand = (context: CliContext): Command =>
  withExamples(
    ending('stop', 'end a trial; delivery becomes what it was before').action(
      async (id: string | undefined, options: EndOptions) => {
        const { stopTrial } = await import('../../../use-cases/trial/stop-trial.ts');
        const { trialWords } = await import('../words/trial-words.ts');
        const choice = { trial_id: id, ...options, ...wordsOf(options) };
        const report = await stopTrial(await context.services(), await context.caller(), choice);
        context.output.result(report, () => trialWords(context.output, report));
      },
    ),
    'hone trial stop --workflow bugfix --reason "kept"',
  );

const extendCommand = (context: CliContext): Command =>
  withExamples(
    childCommand('extend', 'give a trial more days and one more look, at most four weeks in all')
      .argument('[id]', 'the trial (default: the newest)')
      .option('--workflow <name>', 'the newest trial of this workflow')
      .requiredOption('--days <days>', 'how many more', wholeNumber(1, 28))
      .option('--reason <text>', 'why')
      .action(async (id: string | undefined, options: EndOptions & { days: number }) => {
        const { extendTrial } = await import('../../../use-cases/trial/extend-trial.ts');
        const { trialWords } = await import('../words/trial-words.ts');
        const choice = { trial_id: id, ...options, ...wordsOf(options) };
        const report = await extendTrial(await context.services(), await context.caller(), choice);
        context.output.result(report, () => trialWords(context.output, report));
      }),
    'hone trial extend --workflow bugfix --days 7',
  );

const rollbackCommand = (context: CliContext): Command =>
  withExamples(
    ending('rollback', 'put delivery and the lesson set back to what they were at the start, and say who got what')
      .option('--rehearse', 'do it, measure it, and undo it')
      .action(async (id: string | undefined, options: EndOptions) => {
        const { rollBackTrial } = await import('../../../use-cases/trial/roll-back-trial.ts');
        const { rolledBackWords } = await import('../words/trial-words.ts');
        const choice = { trial_id: id, ...options, ...wordsOf(options) };
        const result = await rollBackTrial(await context.services(), await context.caller(), choice);
        context.output.result(result, () => rolledBackWords(context.output, result));
      }),
    'hone trial rollback --rehearse',
    'hone trial rollback --incident quarantined_served',
  );
