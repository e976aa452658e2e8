import { Command } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { UsageError } from './usage-error.ts';

/**
 * A command with commands below it, which also does something by itself (`hone review` lists).
 * A word that is none of them is refused with the closest one that is.
 */
export const group = (command: Command, children: readonly Command[], alone: () => Promise<void> | void): Command => {
  for (const child of children) command.addCommand(child);
  return command.allowExcessArguments(true).action(async () => {
    if (command.args.length > 0) throw unknownCommand(command, command.args[0] ?? '');
    await alone();
  });
};

const unknownCommand = (command: Command, word: string): UsageError => {
  const names = command.commands.map((one) => one.name());
  const near = closest(word, names);
  const guess =
    distance(word, near) <= Math.max(2, near.length / 3) ? `Did you mean \`${pathOf(command)} ${near}\`? ` : '';
  return new UsageError(
    `There is no such command below \`${pathOf(command)}\`.`,
    `${guess}Allowed: ${names.join(', ')}.`,
  );
};

/** The words to type for a command, e.g. `hone review accept`. */
export const pathOf = (command: Command): string => {
  const above: Command | null = command.parent;
  return above === null ? command.name() : `${pathOf(above)} ${command.name()}`;
};

export const childCommand = (name: string, description: string): Command => new Command(name).description(description);
