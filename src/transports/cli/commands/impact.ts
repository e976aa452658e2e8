import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';

/** `hone impact`: which lessons prevent repeats, do harm, are ignored, or are not needed. */
export const impactCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('impact', 'show which lessons help, which harm, and which nobody needs')
      .option('--since <start>', 'days back from now, such as 30d, or a time (default: 30d)')
      .action(async (options: { since?: string }) => {
        // Loaded here, as for `trends`: other commands must not wait for statistics.
        const { lessonImpact } = await import('../../../use-cases/lesson-impact.ts');
        const { renderImpact } = await import('../render-impact.ts');
        const impact = await lessonImpact(await context.services(), await context.caller(), options);
        context.output.result(impact, () => renderImpact(impact, context.output));
      }),
    'hone impact --since 90d',
  );
