import { spawn } from 'node:child_process';
import { type EmbeddingProgress, embeddingProgress, reembed } from '../../../use-cases/reembed.ts';
import { type CommandFactory, withExamples } from '../command.ts';
import type { CliContext, GlobalFlags } from '../context.ts';
import { childCommand } from '../group.ts';
import { progressBar } from '../progress-bar.ts';

interface ReembedOptions extends GlobalFlags {
  readonly status?: boolean;
  readonly background?: boolean;
}

/** `hone reembed`: after a change of the model. Recall goes on meanwhile. */
export const reembedCommand: CommandFactory = (context) =>
  withExamples(
    childCommand(
      'reembed',
      'make the vectors of all lessons with the present model; can be ended and goes on where it was',
    )
      .option('--status', 'only say how far it is')
      .option('--background', 'begin, and leave it to itself')
      .action(async (_: unknown, command: { optsWithGlobals(): ReembedOptions }) => {
        const options = command.optsWithGlobals();
        if (options.status === true) say(context, await embeddingProgress(await context.services()));
        else if (options.background === true) await begin(context, options);
        else await work(context);
      }),
    'hone reembed --model ./models/multilingual-e5-small',
    'hone reembed --status',
  );

const say = (context: CliContext, progress: EmbeddingProgress): void => {
  const done = progress.made === progress.lessons;
  context.output.result({ ...progress, done }, () => {
    const left = progress.lessons - progress.made;
    return `${progress.made} of ${progress.lessons} lessons have vectors of ${progress.model}.${done ? '' : ` ${left} are found by words until then.`}`;
  });
};

const work = async (context: CliContext): Promise<void> => {
  const services = await context.services();
  const bar = progressBar(context.terminal.output, 'lessons');
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    const progress = await reembed(services, () => !ended, bar.update);
    bar.stop();
    say(context, progress);
    if (progress.made < progress.lessons) context.exitCode = 1;
  } finally {
    bar.stop();
    process.off('SIGINT', end).off('SIGTERM', end);
  }
};

/** The same command, in a process that outlives this one. */
const begin = async (context: CliContext, { store, model }: ReembedOptions): Promise<void> => {
  const { storeLocation } = await context.connection();
  const flags = ['--store', store ?? storeLocation, ...(model === undefined ? [] : ['--model', model])];
  const child = spawn(process.execPath, [...process.execArgv, context.own.main, 'reembed', ...flags], {
    cwd: context.folder,
    detached: true,
    stdio: 'ignore',
  });
  child.unref();
  context.output.result(
    { started: true, pid: child.pid ?? null },
    () => 'Begun. `hone reembed --status` says how far it is.',
  );
};
