import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

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

/** In time order, the first `limit` of those that ship in the package's folder. */
export const readDemoCorrections = async (packageFolder: string, limit: number): Promise<DemoCorrection[]> =>
  (await readFile(join(packageFolder, 'data', 'demo', 'corrections.jsonl'), 'utf8'))
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, limit)
    .map((line) => JSON.parse(line) as DemoCorrection);
