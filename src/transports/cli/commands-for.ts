import type { CommandFactory } from './command.ts';

const WITH_VALUE = ['--store', '--project'];

/** The first argument that is neither a global flag nor the value of one. */
const commandWord = (args: readonly string[]): string | undefined =>
  args.find((arg, i) => !arg.startsWith('-') && !WITH_VALUE.includes(args[i - 1] ?? ''));

/** What has to be loaded for these arguments. Clients wait for `serve` to answer, so it does not load the other commands. */
export const commandsFor = async (args: readonly string[]): Promise<readonly CommandFactory[]> =>
  commandWord(args) === 'serve'
    ? [(await import('./commands/serve.ts')).serveCommand]
    : (await import('./all-commands.ts')).allCommands;
