import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The records of a file of JSON lines, gzipped when its name says so. */
export const readLines = <T>(file: string): T[] => {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
};
