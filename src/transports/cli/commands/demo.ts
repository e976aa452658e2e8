import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Trends } from '../../../domain/metrics/trends.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import { readDemoCorrections } from '../demo/demo-corrections.ts';
import { DEMO_PROJECT, startDemoServer } from '../demo/demo-server.ts';
import { replay } from '../demo/replay.ts';
import { replayFigures } from '../demo/replay-figures.ts';
import { childCommand } from '../group.ts';
import { wholeNumber } from '../numbers.ts';
import { progressBar } from '../progress-bar.ts';
import { demoWords, stepWords } from '../words/demo-words.ts';

const DEFAULT_TASKS = 150;
const MILLISECONDS = 1_000;

/** `hone demo`: the loop on real corrections, in a store that goes away again. */
export const demoCommand: CommandFactory = (context) =>
  withExamples(
    childCommand('demo', 'replay real corrections of a public project through a throw-away server')
      .option('--limit <number>', 'how many corrections, from the first on', wholeNumber(1), DEFAULT_TASKS)
      .action(({ limit }: { limit: number }) => playDemo(context, limit)),
    'hone demo --limit 50',
  );

const playDemo = async (context: CliContext, limit: number): Promise<void> => {
  const { output } = context;
  const corrections = await readDemoCorrections(limit);
  const folder = await mkdtemp(join(tmpdir(), 'hone-demo-'));
  const started = performance.now();
  output.note(`A throw-away store: ${folder}`);
  try {
    const server = await startDemoServer(folder, '1');
    const progress = progressBar(context.terminal.output, 'replaying', (words) => output.note(words));
    try {
      const steps = await replay(server, corrections, (step, done) => {
        progress.line(stepWords(output, step, done));
        progress.update(done, corrections.length);
      });
      const trend = await server.call<Trends>('intervention_trends', { project: DEMO_PROJECT, bucket: '25_tasks' });
      progress.stop();
      const seconds = Math.round((performance.now() - started) / MILLISECONDS);
      const figures = replayFigures(steps);
      output.result({ ...figures, seconds, trend }, () => demoWords(output, figures, trend, seconds));
    } finally {
      progress.stop();
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
