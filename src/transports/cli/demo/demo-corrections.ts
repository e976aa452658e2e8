import { readFile } from 'node:fs/promises';

/** A public commit that names the change it corrects. */
export interface DemoCorrection {
  /** First 12 digits of the commit. */
  readonly id: string;
  /** Unix seconds. */
  readonly t: number;
  readonly subject: string;
  readonly body: string;
  readonly files: readonly string[];
  /** Ids of the changes that it corrects. */
  readonly links: readonly string[];
  /** Their subjects, in the same order. */
  readonly corrected: readonly string[];
}

/** The same from src/ and from dist/: both lie directly in the package. */
const FILE = new URL('../../../../data/demo/corrections.jsonl', import.meta.url);

/** In time order, the first `limit`. */
export const readDemoCorrections = async (limit: number): Promise<DemoCorrection[]> =>
  (await readFile(FILE, 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, limit)
    .map((line) => JSON.parse(line) as DemoCorrection);
