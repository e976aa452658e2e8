import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../../../support/cli-host.ts';
import { openTestServices, temporaryFolder } from '../../../support/test-services.ts';

const LESSONS = `# Lessons

## installing a dependency
**Rule:** Use pnpm, not npm.

## Empty

## storing a date
Keep dates in UTC.
`;

const setUp = async () => {
  const { services } = await openTestServices();
  const folder = temporaryFolder();
  const write = (name: string, text: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const lessons = async () => (await services.stores.lessons.list('app', {})).items;
  const json = async (...args: string[]) => {
    const answer = await runCli([...args, '--json'], { services });
    return { ...answer, value: answer.stdout === '' ? null : JSON.parse(answer.stdout) };
  };
  return { services, folder, write, lessons, json };
};

describe('hone export', () => {
  it('writes a marked block that keeps what people wrote, and that imports as nothing new', async () => {
    const { write, json } = await setUp();
    await json('import', write('LESSONS.md', LESSONS), '--accept-as', 'ann');
    const file = write('OUT.md', '# Ours\n\nWritten by hand.\n');
    expect((await json('export', file)).value).toMatchObject({ format: 'markdown', lessons: 2 });
    expect((await json('export', file)).exitCode).toBe(0);
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('# Ours\n\nWritten by hand.\n\n<!-- hone:begin')).toBe(true);
    expect(text.match(/## installing a dependency/gu)).toHaveLength(1);
    expect((await json('import', file)).value).toMatchObject({ created: 0, confirmed: 2 });
  });

  it('writes a bundle, and does not write over a file without --force', async () => {
    const { folder, write, json } = await setUp();
    await json('import', write('LESSONS.md', LESSONS));
    const file = join(folder, 'out.json');
    expect((await json('export', file)).value).toMatchObject({ format: 'bundle', lessons: 2 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ format: 'hone-bundle', version: 1, project: 'app' });
    expect(JSON.parse((await json('export', file)).stderr)).toMatchObject({ error: { code: 'CONFLICT' } });
    expect((await json('export', file, '--force')).exitCode).toBe(0);
    expect((await json('export', join(folder, 'no', 'where.json'))).exitCode).not.toBe(0);
  });

  it('writes everything with its history', async () => {
    const { folder, write, json } = await setUp();
    await json('import', write('LESSONS.md', LESSONS));
    const file = join(folder, 'all.json');
    await json('export', file, '--format', 'all');
    const whole = JSON.parse(readFileSync(file, 'utf8'));
    expect(whole.lessons[0].history.transitions).toMatchObject([{ to: 'proposed' }]);
    expect(whole.events).toEqual([]);
  });
});
