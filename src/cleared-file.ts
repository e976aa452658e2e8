import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spoolFolder } from './adapters/spool/places.ts';

/** Where servers and hooks of a store keep which texts this version's rules found nothing in. */
export const clearedFile = (storePath: string): string => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return join(spoolFolder(storePath), `cleared-${version}`);
};
