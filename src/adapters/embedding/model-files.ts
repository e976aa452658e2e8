import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readModelFolder } from './model-folder.ts';

/** What is read at load. The other files of the folder are its papers. */
const NEEDED = [
  'config.json',
  'onnx/model_quantized.onnx',
  'special_tokens_map.json',
  'tokenizer.json',
  'tokenizer_config.json',
];

/** Digest of the checksums of the model that ships: who changes the model could change the checksums beside it too. */
const SHIPPED = {
  name: 'all-MiniLM-L6-v2',
  sums: '4755eed0c79ed4fc49e952258f3b8138a795b1367208a0dfbfd41e1eb6692e62',
} as const;

/** A model of somebody's own states no checksums: that its files are there and say what is needed must do. */
const damageWithoutSums = (folder: string): string | null => {
  if (!existsSync(join(folder, 'config.json'))) {
    return 'the embedding model is missing: its folder holds no SHA256SUMS';
  }
  try {
    readModelFolder(folder);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'the embedding model cannot be read';
  }
};

const sha256 = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The stated checksums, by file. */
export const statedChecksums = (folder: string): Map<string, string> => {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').split('\n');
  return new Map(lines.flatMap((line) => (line === '' ? [] : [[line.slice(66), line.slice(0, 64)] as const])));
};

/** What is wrong with the model's files, in words; null when each is there and has its stated checksum. */
export const modelDamage = (folder: string): string | null => {
  if (!existsSync(join(folder, 'SHA256SUMS'))) return damageWithoutSums(folder);
  if (basename(folder) === SHIPPED.name && sha256(join(folder, 'SHA256SUMS')) !== SHIPPED.sums) {
    return 'the embedding model is not the one that ships: its checksums were changed';
  }
  const stated = statedChecksums(folder);
  for (const file of NEEDED) {
    const path = join(folder, file);
    if (!existsSync(path)) return `the embedding model is missing its file ${file}`;
    if (sha256(path) !== stated.get(file)) return `the embedding model is damaged: ${file} does not match its checksum`;
  }
  return null;
};
