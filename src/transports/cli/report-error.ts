import { CommanderError } from 'commander';
import { HoneError } from '../../domain/error.ts';
import { ContentRefused } from './content-refused.ts';
import { jsonLine } from './json-line.ts';
import type { Output } from './output.ts';
import { plainText } from './plain-text.ts';

/** Says on stderr what went wrong and what to do. @returns the exit code. */
export const reportError = (error: unknown, output: Output, debug: boolean): 0 | 1 | 2 => {
  // Commander ends by an error after it has shown help or the version, too.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { code, message, hint } = describe(error);
  output.complain(
    output.json
      ? jsonLine({ error: { code, message, hint } })
      : `${output.paint.red(code)}: ${message}${hint === '' ? '' : `\n${hint}`}`,
  );
  if (debug && error instanceof Error) output.complain(plainText(error.stack ?? ''));
  // Arguments are what a command was given to use: what is wrong in them is a wrong use, whoever finds it.
  return error instanceof HoneError && error.code === 'INVALID_INPUT' && !(error instanceof ContentRefused) ? 2 : 1;
};

const describe = (error: unknown): { code: string; message: string; hint: string } => {
  if (error instanceof HoneError) return { code: error.code, message: error.message, hint: error.hint };
  return {
    code: 'UNEXPECTED',
    message: error instanceof Error ? plainText(error.message) : 'Something failed that nobody foresaw.',
    hint: 'HONE_LOG=debug shows where; `hone doctor` says what is wrong with this installation.',
  };
};
