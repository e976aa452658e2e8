import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { HoneError } from '../../../domain/error.ts';

/**
 * The records of a file of JSON lines, gzipped when its name says so.
 *
 * @throws HoneError INVALID_INPUT when the file cannot be read or a line is not a JSON object.
 */
export const readLines = <T extends object>(file: string): T[] =>
  textOf(file)
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [record<T>(line, i, file)]));

const textOf = (file: string): string => {
  try {
    const bytes = readFileSync(file);
    return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    throw new HoneError(
      'INVALID_INPUT',
      `The file ${basename(file)} cannot be read.`,
      'Check its name, that you may read it, and that a .gz file is one.',
      { cause: error },
    );
  }
};

const record = <T extends object>(line: string, i: number, file: string): T => {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as T;
  } catch {
    // Said below, without the text of the line.
  }
  throw new HoneError(
    'INVALID_INPUT',
    `Line ${i + 1} of ${basename(file)} is not a JSON object.`,
    'One object a line; see docs/measure.md.',
  );
};
