import { InvalidArgumentError } from 'commander';
import type { Citation } from '../../domain/lesson.ts';

/** Reads `FILE`, `FILE:LINE` or `FILE:LINE-LINE`. Lines count from 1. */
export const parseCitation = (text: string): Citation => {
  const [, path = '', first, last] = /^(.+?)(?::(\d+)(?:-(\d+))?)?$/u.exec(text) ?? [];
  const line = first === undefined ? undefined : Number(first);
  const end = last === undefined ? undefined : Number(last);
  if (path.trim() === '' || line === 0 || (line !== undefined && end !== undefined && end < line)) {
    throw new InvalidArgumentError('It is FILE, FILE:LINE or FILE:LINE-LINE, e.g. src/db.ts:10-20.');
  }
  return {
    path,
    ...(line === undefined ? {} : { line }),
    ...(end === undefined ? {} : { end_line: end }),
  };
};

export const collectCitation = (text: string, earlier: readonly Citation[] | undefined): Citation[] => [
  ...(earlier ?? []),
  parseCitation(text),
];
