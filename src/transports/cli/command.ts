import type { Command } from 'commander';
import type { CliContext } from './context.ts';

/**
 * One command is one file in `commands/` that exports one of these, and one line in `program.ts`.
 *
 * The factory only describes: names, options, examples (`withExamples`). Its action asks the context for what it needs
 * (`context.services()` opens the store at first use), calls one use-case, and hands the result to `context.output`.
 */
export type CommandFactory = (context: CliContext) => Command;

const examplesByCommand = new WeakMap<Command, readonly string[]>();

/** Shows the examples under the command's `--help` and in docs/cli.md. Each is one line that can be pasted. */
export const withExamples = (command: Command, ...examples: readonly string[]): Command => {
  examplesByCommand.set(command, examples);
  const title = examples.length === 1 ? 'Example:' : 'Examples:';
  return command.addHelpText('after', ['', title, ...examples.map((line) => `  ${line}`)].join('\n'));
};

export const examplesOf = (command: Command): readonly string[] => examplesByCommand.get(command) ?? [];
