import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedDocs } from './generated-docs.ts';

/** `npm run docs`: writes every page that is made from code. */
const root = dirname(import.meta.dirname);
mkdirSync(join(root, 'docs'), { recursive: true });
for (const [path, text] of generatedDocs()) writeFileSync(join(root, path), text);
