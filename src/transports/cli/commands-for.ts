import type { CommandFactory } from './command.ts';
import { commandWord } from './command-word.ts';

/** What has to be loaded for these arguments. Clients wait for `serve` to answer, so it does not load the other commands. */
export const commandsFor = async (args: readonly string[]): Promise<readonly CommandFactory[]> =>
  commandWord(args) === 'serve'
    ? [(await import('./commands/serve.ts')).serveCommand]
    : (await import('./all-commands.ts')).allCommands;
