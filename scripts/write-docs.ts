import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedDocs } from './generated-docs.ts';
import { generatedPackages } from './generated-packages.ts';

/** `npm run docs`: writes every page and every package description that is made from code. */
const root = dirname(import.meta.dirname);
for (const [path, text] of [...generatedDocs(), ...generatedPackages()]) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
