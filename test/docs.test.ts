import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from '../scripts/generated-docs.ts';
import { generatedPackages } from '../scripts/generated-packages.ts';

const root = dirname(import.meta.dirname);

describe('documentation made from code', () => {
  it.each(generatedDocs())('%s is fresh (else: npm run docs)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });
});

describe('what others install Hone by', () => {
  it.each(generatedPackages())('%s is fresh (else: npm run docs)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text);
  });

  it('is a bundle that the format’s own tool accepts', () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        fileURLToPath(new URL('cli/cli.js', import.meta.resolve('@anthropic-ai/mcpb'))),
        'validate',
        join(root, 'mcpb/manifest.json'),
      ],
      { encoding: 'utf8' },
    );
    expect(status, `${stdout}${stderr}`).toBe(0);
  });
});
