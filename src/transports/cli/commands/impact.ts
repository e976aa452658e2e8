import { lessonImpact } from '../../../use-cases/lesson-impact.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { renderImpact } from '../render-impact.ts';

/** `hone impact`: which lessons prevent repeats, do harm, are ignored, or are not needed. */
export const impactCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('impact', 'show which lessons help, which harm, and which nobody needs')
      .option('--since <start>', 'days back from now, such as 30d, or a time (default: 30d)')
      .action(async (options: { since?: string }) => {
        const impact = await lessonImpact(await context.services(), await context.caller(), options);
        context.output.result(impact, () => renderImpact(impact, context.output));
      }),
    'hone impact --since 90d',
  );
