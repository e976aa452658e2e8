import { Option } from 'commander';
import { BUCKETS, type Bucket } from '../../../domain/metrics/trends.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { writeNewFile } from '../write-file.ts';

interface TrendsOptions {
  readonly workflow?: string;
  readonly since?: string;
  readonly until?: string;
  readonly bucket?: Bucket;
  readonly html?: string;
  readonly force?: boolean;
}

/** `hone trends`: whether agents need people less than before. */
export const trendsCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('trends', 'show whether agents need people less than before')
      .option('--workflow <name>', 'only this workflow')
      .option('--since <start>', 'days back from the end, such as 30d, or a time (default: 30d)')
      .option('--until <time>', 'the end (default: now)')
      .addOption(new Option('--bucket <size>', 'length of a point of the series (default: week)').choices(BUCKETS))
      .option('--html <file>', 'write a report, one page that stands alone, too')
      .option('--force', 'write over a file that exists')
      .action(async ({ html, force, ...options }: TrendsOptions) => {
        // Loaded here: the statistics take longer to load than most commands take in all.
        const { interventionTrends } = await import('../../../use-cases/intervention-trends.ts');
        const { renderTrends } = await import('../render-trends.ts');
        const trends = await interventionTrends(await context.services(), await context.caller(), {
          ...options,
          chart: true,
        });
        if (html !== undefined) {
          const { trendsHtml } = await import('../trends-html.ts');
          await writeNewFile(context.folder, html, trendsHtml(trends), force === true);
        }
        context.output.result(trends, () => renderTrends(trends, context.output));
      }),
    'hone trends --since 30d --bucket week',
    'hone trends --html trends.html',
  );
