import { type CommandFactory, withExamples } from '../command.ts';
import { childCommand } from '../group.ts';
import { wholeNumber } from '../numbers.ts';

const DEFAULT_TASKS = 150;

/** `hone demo`: the loop on real corrections, in a store that goes away again. */
export const demoCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('demo', 'replay real corrections of a public project through a throw-away server')
      .option('--limit <number>', 'how many corrections, from the first on', wholeNumber(1), DEFAULT_TASKS)
      .action(async ({ limit }: { limit: number }) => {
        const { playDemo } = await import('../demo/play-demo.ts');
        await playDemo(context, limit);
      }),
    'hone demo --limit 50',
  );
