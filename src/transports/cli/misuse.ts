import type { Command, CommanderError } from 'commander';
import { examplesOf } from './command.ts';
import { pathOf } from './group.ts';
import { plainText } from './plain-text.ts';
import { UsageError } from './usage-error.ts';

/** Commander says `error: what` and, on a line of its own, `(Did you mean …?)`; a person wants to see one right call. */
export const misuse = (error: CommanderError, command: Command): UsageError => {
  const [first = '', ...rest] = plainText(error.message)
    .replace(/^error: /u, '')
    .split('\n');
  const guess = rest
    .join(' ')
    .trim()
    .replace(/^\(|\)$/gu, '');
  const [example] = examplesOf(command);
  return new UsageError(
    `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?!]$/u.test(first) ? '' : '.'}`,
    [
      guess,
      `\`${pathOf(command)} --help\` shows all that is allowed.`,
      example === undefined ? '' : `Example: ${example}`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  );
};
