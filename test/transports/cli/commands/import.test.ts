import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
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

describe('hone import', () => {
  it('imports lessons and accounts for every part of the file', async () => {
    const { write, json, lessons } = await setUp();
    const file = write('LESSONS.md', LESSONS);
    const { exitCode, value } = await json('import', file);
    expect(exitCode).toBe(0);
    expect(value).toMatchObject({ format: 'markdown', created: 2, confirmed: 0, refused: 1, skipped: 0 });
    expect(value.items).toMatchObject([
      { line: 3, status: 'created' },
      { line: 6, status: 'refused', reason: 'A heading without text.' },
      { line: 8, status: 'created' },
    ]);
    expect(await lessons()).toHaveLength(2);
    expect((await json('import', file)).value).toMatchObject({ created: 0, confirmed: 2 });
  });

  it('ends with 1 and says so where a lesson holds a secret, and keeps the rest', async () => {
    const { write, services, lessons } = await setUp();
    const secret = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
    const file = write('LESSONS.md', `${LESSONS}\n## signing in\nUse ${secret} for it.\n`);
    const answer = await runCli(['import', file], { services });
    expect(answer.exitCode).toBe(1);
    expect(answer.stdout).toMatch(/line 11 {2}refused {2}SECRET_FOUND/u);
    expect(answer.stderr).toContain('1 refused for what stands in them');
    expect(answer.stdout + answer.stderr).not.toContain(secret);
    expect(await lessons()).toHaveLength(2);
  });

  it('imports a folder of rules, and names the file that it cannot read', async () => {
    const { write, services, json, folder, lessons } = await setUp();
    mkdirSync(join(folder, 'rules/api'), { recursive: true });
    write('rules/a.mdc', '---\ndescription: writing a test\nglobs: test/**\n---\nUse vitest, not jest.\n');
    write('rules/api/b.md', '## adding a route\nValidate the body.\n');
    write('rules/notes.txt', 'no rule');
    const { value, exitCode } = await json('import', join(folder, 'rules'));
    expect(exitCode).toBe(0);
    expect(value).toMatchObject({ format: 'folder', created: 2, confirmed: 0 });
    expect(value.files.map((part: { file: string }) => part.file)).toEqual(['a.mdc', join('api', 'b.md')]);
    expect((await lessons()).map(({ when, scope }) => [when, scope.paths])).toEqual([
      ['writing a test', ['test/**']],
      ['adding a route', undefined],
    ]);
    write('rules/c.md', Buffer.from([0xff, 0xfe, 0x00]));
    const again = await runCli(['import', join(folder, 'rules')], { services });
    expect(again.exitCode).toBe(1);
    expect(again.stdout).toMatch(/^a\.mdc: 0 created.*1 known already/u);
    expect(again.stdout).toContain('c.md: INVALID_INPUT: The file is no text in UTF-8.');
    mkdirSync(join(folder, 'empty'));
    expect((await runCli(['import', join(folder, 'empty')], { services })).exitCode).toBe(1);
  });

  it('imports review comments, and counts what is no correction', async () => {
    const { write, services, json } = await setUp();
    const of = (id: number, body: string) => ({ id, body, path: 'src/a.ts', line: 3, diff_hunk: '@@ -1 +1 @@\n+x' });
    const pages = [
      [of(1, 'Use the retrying client, never fetch.')],
      [of(2, 'Done'), of(3, 'LGTM'), of(4, 'What is it?')],
    ];
    const file = write('reviews.json', pages.map((page) => JSON.stringify(page)).join(''));
    const words = await runCli(['import', file, '--dry-run'], { services });
    expect(words.stdout).toMatch(/^1 would be created, .*3 without a lesson\.\nLeft out:\n {5}2 {2}Consent/u);
    const { value, exitCode } = await json('import', file);
    expect(exitCode).toBe(0);
    expect(value).toMatchObject({ format: 'reviews', place: 'entry', created: 1, skipped: 3 });
    expect((await json('import', file)).value).toMatchObject({ created: 0, confirmed: 1 });
  });

  it('says in words what is to be done next', async () => {
    const { write, services } = await setUp();
    const answer = await runCli(['import', write('LESSONS.md', LESSONS)], { services });
    expect(answer.stdout).toMatch(/^2 created, to be reviewed, 0 known already, 1 refused, 0 without a lesson\./u);
    expect(answer.stdout).toContain('hone review');
  });

  it('writes nothing with --dry-run', async () => {
    const { write, json, lessons } = await setUp();
    expect((await json('import', write('LESSONS.md', LESSONS), '--dry-run')).value).toMatchObject({
      created: 2,
      dry_run: true,
    });
    expect(await lessons()).toEqual([]);
  });

  it('keeps nothing of a bundle with a bad entry, or the rest with --keep-going', async () => {
    const { write, json, lessons } = await setUp();
    const entries = [{ when: 'a', rule: 'Do b.' }, { when: 'c' }];
    const file = write('b.json', JSON.stringify({ format: 'hone-bundle', version: 1, project: 'x', lessons: entries }));
    const refused = await json('import', file);
    expect(refused.exitCode).not.toBe(0);
    expect(refused.stderr).toContain('entry 2: `rule` is missing.');
    expect(await lessons()).toEqual([]);
    expect((await json('import', file, '--keep-going')).value).toMatchObject({ created: 1, refused: 1 });
  });

  it('reads events', async () => {
    const { write, json } = await setUp();
    const file = write('e.jsonl', '{"type":"run","run":"r1","at":"2026-09-01T09:00:00Z"}\n');
    expect((await json('import', file)).value).toMatchObject({ format: 'events', lines: 1 });
  });

  it('refuses what is no file of lessons, and opens no store for it', async () => {
    const { folder, write } = await setUp();
    const huge = write('huge.md', '');
    truncateSync(huge, 100 * 1_048_576);
    mkdirSync(join(folder, 'sub'));
    const bad: [string, string][] = [
      [join(folder, 'absent.md'), 'INVALID_INPUT'],
      [join(folder, 'sub'), 'INVALID_INPUT'],
      [huge, 'TOO_LARGE'],
      [write('binary.md', Buffer.from([0x89, 0x50, 0xff, 0x00])), 'INVALID_INPUT'],
      [write('zero.md', Buffer.from([0x41, 0x00, 0x42])), 'INVALID_INPUT'],
      [write('broken.json', '{"format": "hone-bundle", '), 'INVALID_INPUT'],
    ];
    for (const [file, code] of bad) {
      const answer = await runCli(['import', file, '--json']);
      expect(answer.exitCode).not.toBe(0);
      expect(JSON.parse(answer.stderr)).toMatchObject({ error: { code } });
    }
  });
});
