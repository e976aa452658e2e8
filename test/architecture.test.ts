import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(root, path)).isFile());
const sources = filesBelow('src').filter((path) => /\.tsx?$/u.test(path));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const lines = (path: string): number => read(path).split('\n').length - 1;

describe('the shape of the code', () => {
  it('has only the layers that the fences know', () => {
    const fences = read('biome.json');
    const layers = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of layers) expect(fences, `no import fence for src/${name}`).toContain(`src/${name}/**`);
  });

  it('keeps files small: none over 300 lines, the median at most 80', () => {
    const sizes = sources.map((path) => ({ path, lines: lines(path) })).sort((a, b) => a.lines - b.lines);
    expect(sizes.filter((file) => file.lines > 300)).toEqual([]);
    expect(sizes[Math.floor(sizes.length / 2)]?.lines).toBeLessThanOrEqual(80);
  });

  it('names files after the thing they export', () => {
    const vague = /(^|-)(utils?|helpers?|common|types|manager|misc)\.tsx?$/u;
    expect(sources.filter((path) => vague.test(path))).toEqual([]);
    expect(sources.filter((path) => /^index\.tsx?$/u.test(basename(path)))).toEqual(['src/tools/index.ts']);
  });

  it('writes to stdout in three places only: the command line, the server address, the embedded protocol', () => {
    const writers = sources.filter((path) => /process\.stdout\.write|console\.(log|info|table)/u.test(read(path)));
    const allowed = ['src/transports/cli/output.ts', 'src/transports/http/listen.ts'];
    expect(writers.filter((path) => !allowed.includes(path))).toEqual([]);
  });

  it('reads the environment in the configuration only', () => {
    const readers = sources.filter((path) => /process\.env\b/u.test(read(path)));
    const allowed = ['src/config.ts', 'src/command-line.ts', 'src/adapters/git/run-git.ts'];
    expect(readers.filter((path) => !allowed.includes(path))).toEqual([]);
  });
});

describe('the tests', () => {
  const layers = ['domain', 'ports', 'use-cases', 'tools', 'transports', 'adapters'];
  const tests = layers
    .filter((layer) => readdirSync(join(root, 'test')).includes(layer))
    .flatMap((layer) => filesBelow(`test/${layer}`).filter((path) => path.endsWith('.test.ts')));

  it('mirror src path for path', () => {
    const orphans = tests.filter((path) => {
      const mirrored = join('src', relative('test', path)).replace(/\.test\.ts$/u, '');
      return !sources.some((source) => source.replace(/\.tsx?$/u, '') === mirrored);
    });
    expect(orphans).toEqual([]);
  });

  it('cover every tool', () => {
    const tools = sources.filter((path) => dirname(path) === 'src/tools').map((path) => basename(path, '.ts'));
    const plumbing = [
      'index',
      'tool',
      'validate',
      'fields',
      'output-shapes',
      'call-tool',
      'person-input',
      'describe-tools',
    ];
    for (const tool of tools.filter((name) => !plumbing.includes(name))) {
      expect(read('src/tools/index.ts'), `src/tools/${tool}.ts is in the list`).toContain(`./${tool}.ts`);
    }
  });
});

describe('the project speaks of the product only', () => {
  const texts = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs'), ...sources];
  it('and names no path of a machine and no registry', () => {
    const leak = /\/(?:work|farm|root|home)\/[a-z]|registry\.[a-z]+\.(?:org|io)|\.\.\/shared/u;
    expect(texts.filter((path) => leak.test(read(path)))).toEqual([]);
  });
});
