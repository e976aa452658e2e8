import type { Command } from 'commander';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext } from '../context.ts';
import type { EvalName, EvalOptions } from '../eval/play-evaluation.ts';
import { childCommand, group } from '../group.ts';
import { wholeNumber } from '../numbers.ts';

const ABOUT: Readonly<Record<EvalName, string>> = {
  retrieval: 'does a described task find its lesson? Ours beside BM25, vectors alone and most recent first',
  replay: 'real corrections in time order: was the earlier, linked one found?',
  learning: 'what confirmed tasks add: with and without learning, by number of earlier occurrences',
  poison: 'lessons stuffed with keywords, and wrong verdicts: how often are they shown?',
  abstain: 'each query with and without its lesson: can recall tell?',
};

const OF_CORRECTIONS = 'can the detector tell that a person steps in? On labelled turns of your own';

/** `hone eval`: what recall and learning are worth, on data that ships or on one's own. */
export const evalCommand: CommandFactory = (context) => {
  const command = childCommand('eval', 'measure recall and learning on data that ships, or on your own');
  const names = Object.keys(ABOUT) as EvalName[];
  const all = [...Object.entries(ABOUT), ['corrections', OF_CORRECTIONS]] as const;
  return withExamples(
    group(command, [...names.map((name) => evaluation(context, name)), corrections(context)], () =>
      context.output.result({ evaluations: all.map(([name, about]) => ({ name, about })) }, () =>
        all.map(([name, about]) => `hone eval ${name.padEnd(11)}  ${about}`).join('\n'),
      ),
    ),
    'hone eval retrieval --data ./my-eval',
  );
};

const EXAMPLE: Readonly<Record<EvalName, string>> = {
  retrieval: 'hone eval retrieval --json',
  replay: 'hone eval replay --data ./my-eval',
  learning: 'hone eval learning --svg curve.svg',
  poison: 'hone eval poison --seed 7',
  abstain: 'hone eval abstain --limit 30',
};

const evaluation = (context: CliContext, name: EvalName): Command => {
  const command = childCommand(name, ABOUT[name])
    .option('--data <folder>', 'measure on this folder (default: the data that ships)')
    .option('--seed <number>', 'seed of all that is drawn; the same seed gives the same figures', wholeNumber(0), 1)
    .option('--limit <number>', 'only the first so many queries of each set', wholeNumber(1));
  if (name === 'learning') command.option('--svg <file>', 'write the learning curve as a picture');
  return withExamples(
    command.action(async (options: EvalOptions) => {
      const { playEvaluation } = await import('../eval/play-evaluation.ts');
      await playEvaluation(context, name, options);
    }),
    EXAMPLE[name],
  );
};

const corrections = (context: CliContext): Command =>
  withExamples(
    childCommand('corrections', OF_CORRECTIONS)
      .requiredOption('--data <folder>', 'a folder with turns.jsonl: repo, context, text and intervention a line')
      .option('--seed <number>', 'seed of folds and intervals; the same seed gives the same figures', wholeNumber(0), 1)
      .action(async (options: { data: string; seed: number }) => {
        const { playCorrections } = await import('../eval/play-corrections.ts');
        playCorrections(context, options);
      }),
    'hone eval corrections --data ./turns',
  );
