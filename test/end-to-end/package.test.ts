import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hone } from '../support/hone-process.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../..');

/** The program as a package manager leaves it that could not install what is optional. */
const installedWithout = (left: string): { main: string; home: string } => {
  const home = temporaryFolder();
  const folder = join(home, 'package');
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of ['data', 'package.json']) symlinkSync(join(root, name), join(folder, name));
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== left && !name.startsWith('.')) {
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
  }
  return { main: join(folder, 'dist/main.js'), home };
};

describe('an installation without the runtime of the model', () => {
  it('goes by full text, and hone doctor says how to get the rest', async () => {
    const { main, home } = installedWithout('@huggingface');
    const run = (...args: string[]) => hone(args, { home, main });
    const flagged = await run('flag', 'Use pnpm, not npm', '--when', 'installing a dependency', '--json');
    expect(flagged.exitCode).toBe(0);
    const recalled = JSON.parse((await run('recall', 'installing a dependency', '--json')).stdout);
    expect(recalled).toMatchObject({ path: 'lexical', lessons: [{ rule: 'Use pnpm, not npm' }] });
    const { checks } = JSON.parse((await run('doctor', '--json')).stdout);
    expect(checks).toContainEqual(
      expect.objectContaining({
        name: 'embedding',
        status: 'fail',
        detail: expect.stringContaining('the runtime of the model is not installed'),
        fix: expect.stringContaining('ONNXRUNTIME_NODE_INSTALL=skip npm install -g hone-memory'),
      }),
    );
  });
});
