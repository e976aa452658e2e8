import { CommanderError } from 'commander';
import { HoneError } from '../../domain/error.ts';
import type { Output } from './output.ts';
import { plainText } from './plain-text.ts';
import { UsageError } from './usage-error.ts';

/** Says on stderr what went wrong and what to do. @returns the exit code. */
export const reportError = (error: unknown, output: Output, debug: boolean): 0 | 1 | 2 => {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { code, message, hint } = describe(error);
  output.complain(
    output.json
      ? JSON.stringify({ error: { code, message, hint } })
      : `${output.paint.red(code)}: ${message}${hint === '' ? '' : `\n${hint}`}`,
  );
  if (debug && error instanceof Error) output.complain(plainText(error.stack ?? ''));
  return error instanceof CommanderError || error instanceof UsageError ? 2 : 1;
};

const describe = (error: unknown): { code: string; message: string; hint: string } => {
  if (error instanceof HoneError) return { code: error.code, message: error.message, hint: error.hint };
  if (error instanceof CommanderError) return { code: 'INVALID_INPUT', ...wordsOf(error) };
  return {
    code: 'UNEXPECTED',
    message: error instanceof Error ? plainText(error.message) : 'Something failed that nobody foresaw.',
    hint: 'HONE_LOG=debug shows where; `hone doctor` says what is wrong with this installation.',
  };
};

/** Commander says `error: what` and, on a line of its own, `(Did you mean …?)`. */
const wordsOf = (error: CommanderError): { message: string; hint: string } => {
  const [first = '', ...rest] = plainText(error.message)
    .replace(/^error: /u, '')
    .split('\n');
  const guess = rest
    .join(' ')
    .trim()
    .replace(/^\(|\)$/gu, '');
  return {
    message: `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?!]$/u.test(first) ? '' : '.'}`,
    hint: guess === '' ? '`--help` after a command shows what it takes, with an example.' : guess,
  };
};
