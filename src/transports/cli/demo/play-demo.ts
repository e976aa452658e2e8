import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Trends } from '../../../domain/metrics/trends.ts';
import type { CliContext } from '../context.ts';
import { progressBar } from '../progress-bar.ts';
import { demoWords, stepWords } from '../words/demo-words.ts';
import { readDemoCorrections } from './demo-corrections.ts';
import { DEMO_PROJECT, startDemoServer } from './demo-server.ts';
import { replay } from './replay.ts';
import { replayFigures } from './replay-figures.ts';

const MILLISECONDS = 1_000;

/** Replays the first `limit` corrections in a store of their own, and says what came of it. Leaves nothing behind. */
export const playDemo = async (context: CliContext, limit: number): Promise<void> => {
  const { output } = context;
  const corrections = await readDemoCorrections(context.own.folder, limit);
  const folder = await mkdtemp(join(tmpdir(), 'hone-demo-'));
  const started = performance.now();
  output.note(`A throw-away store: ${folder}`);
  try {
    const server = await startDemoServer(context.own.main, folder, context.version);
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
