import type { CallToolResult } from '@modelcontextprotocol/server';
import { type ErrorCode, HoneError } from '../../domain/error.ts';
import { RateLimited } from '../../domain/rate-limit.ts';

/** Nothing is wrong with a call that meets these: another call would help no more. */
const NO_FAULT_OF_THE_CALL: readonly ErrorCode[] = ['BUSY', 'STORE_UNAVAILABLE', 'RATE_LIMITED'];

/**
 * An error as a tool's answer. It carries no `structuredContent`: older clients check that against the output schema even
 * on errors, and the model would never see the words. Where the call was wrong it ends with a right one, `example`.
 */
export const refusal = (error: unknown, complain: (line: string) => void, example?: object): CallToolResult => {
  const known = asHoneError(error, complain);
  const { code, message, hint: advice } = known;
  const complete = example === undefined || advice.includes('Example: ') || NO_FAULT_OF_THE_CALL.includes(code);
  const hint = complete ? advice : `${advice} Example: ${JSON.stringify(example)}`;
  return {
    isError: true,
    content: [{ type: 'text', text: `${code}: ${message} ${hint}`.trim() }],
    _meta: { 'hone/error': { code, message, hint, ...whenAgain(known) } },
  };
};

const whenAgain = (error: HoneError): { retry_after_seconds?: number } =>
  error instanceof RateLimited ? { retry_after_seconds: error.retryAfterSeconds } : {};

/** Whatever nobody foresaw becomes general words; where it happened goes to the log, its message does not: it may hold stored text. */
export const asHoneError = (error: unknown, complain: (line: string) => void): HoneError => {
  if (error instanceof HoneError) return error;
  complain(`hone: unexpected ${whereItHappened(error)}`);
  return new HoneError(
    'STORE_UNAVAILABLE',
    'Hone could not do this: something failed that nobody foresaw.',
    'Go on with your task without it and try again later. `hone doctor` says what is wrong; the log of the server says where.',
  );
};

const whereItHappened = (error: unknown): string => {
  if (!(error instanceof Error)) return 'failure';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line));
  return [error.name, ...frames].join('\n');
};
