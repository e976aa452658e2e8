import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/**
 * Holds the files of a folder against the list that lies in it (`SHA256SUMS`, as `sha256sum` writes it).
 *
 * @returns how many files the list names, and those that are absent or have another content; 0 without a list.
 */
export const compareChecksums = async (folder: string): Promise<{ checked: number; wrong: string[] }> => {
  const list = await readList(folder);
  const wrong: string[] = [];
  for (const { name, sum } of list) {
    if ((await sumOf(join(folder, name))) !== sum) wrong.push(name);
  }
  return { checked: list.length, wrong };
};

const readList = async (folder: string): Promise<{ name: string; sum: string }[]> => {
  let text: string;
  try {
    text = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const [, sum, name] = /^([0-9a-f]{64}) [ *](.+)$/u.exec(line.trim()) ?? [];
    return sum === undefined || name === undefined ? [] : [{ name, sum }];
  });
};

const sumOf = async (file: string): Promise<string | null> => {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch {
    return null;
  }
  return hash.digest('hex');
};
