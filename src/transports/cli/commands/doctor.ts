import { examineHealth } from '../../../use-cases/examine-health.ts';
import { rebuildLearning } from '../../../use-cases/rebuild-learning.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { childCommand } from '../group.ts';
import { progressBar } from '../progress-bar.ts';
import { healthWords } from '../words/health-words.ts';
import { rebuiltWords } from '../words/rebuilt-words.ts';

/** `hone doctor`: exit 1 when something fails, and what to do first. */
export const doctorCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('doctor', 'examine store, model, clients and what recalls were served by')
      .option('--rebuild-learning', 'compute anew from the events what lessons have learned, and say what differed')
      .action(async (options: { rebuildLearning?: boolean }) => {
        if (options.rebuildLearning === true) return rebuild(context);
        const { inspectMachine, teamMachine, clock } = await context.connection();
        const team = { machine: await teamMachine(), now: (await clock()).now() };
        const report = await examineHealth({ open: () => context.services(), inspectMachine, team });
        context.output.result(report, () => healthWords(context.output, report));
        if (!report.ok) context.exitCode = 1;
      }),
    'hone doctor --json',
    'hone doctor --rebuild-learning',
  );

const rebuild = async (context: CliContext): Promise<void> => {
  const bar = progressBar(context.terminal.output, 'rebuilding');
  try {
    const rebuilt = await rebuildLearning(await context.services(), bar.update);
    bar.stop();
    context.output.result(rebuilt, () => rebuiltWords(rebuilt));
  } finally {
    bar.stop();
  }
};
