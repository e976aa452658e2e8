import { examineHealth } from '../../../use-cases/examine-health.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { healthWords } from '../words/health-words.ts';

/** `hone doctor`: exit 1 when something fails, and what to do first. */
export const doctorCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('doctor', 'examine store, model, clients and what recalls were served by').action(async () => {
      const { inspectMachine } = await context.connection();
      const report = await examineHealth({ open: () => context.services(), inspectMachine });
      context.output.result(report, () => healthWords(context.output, report));
      if (!report.ok) context.exitCode = 1;
    }),
    'hone doctor --json',
  );
