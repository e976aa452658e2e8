import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
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

  it('goes to another store and back without a changed byte, also by skills', async () => {
    const [first, second] = [await setUp(), await setUp()];
    await first.json('import', first.write('LESSONS.md', LESSONS), '--accept-as', 'ann');
    const nested = '## adding a route\n**Rule:** Validate:\n\n```ts\na()\n\n\nb()\n```\n**Paths:** `src/api/**`\n';
    await first.json('import', first.write('more.md', nested), '--accept-as', 'ann');
    const out = join(first.folder, 'OUT.md');
    await first.json('export', out);
    expect((await second.json('import', out, '--accept-as', 'ann')).value).toMatchObject({ created: 3 });
    const back = second.write('OUT.md', '# Lessons learned\n');
    await second.json('export', back);
    expect(readFileSync(back, 'utf8')).toBe(readFileSync(out, 'utf8'));
    const skills = join(first.folder, 'skills');
    expect((await first.json('export', skills)).value).toMatchObject({ format: 'skills', skills: 1, lessons: 3 });
    expect(readFileSync(join(skills, 'team-lessons/SKILL.md'), 'utf8')).toMatch(/^---\nname: team-lessons\n/u);
    expect((await second.json('import', skills)).value).toMatchObject({ created: 0, confirmed: 3 });
  });

  it('takes the skill away whose lessons are no more, and keeps what a person wrote beside it', async () => {
    const { folder, write, json, lessons } = await setUp();
    await json('import', write('LESSONS.md', LESSONS), '--accept-as', 'ann');
    const skills = join(folder, 'skills');
    await json('export', skills, '--format', 'skills');
    for (const { lesson_id } of await lessons()) await json('lessons', 'retire', lesson_id, '--reason', 'over');
    expect((await json('export', skills)).value).toMatchObject({ skills: 0, lessons: 0 });
    expect(existsSync(join(skills, 'team-lessons'))).toBe(false);
  });

  it('writes through a link, keeps rights and line ends, and leaves a file alone that is no text', async () => {
    const { folder, write, json } = await setUp();
    await json('import', write('LESSONS.md', LESSONS), '--accept-as', 'ann');
    const real = write('AGENTS.md', '# Ours\r\n');
    chmodSync(real, 0o640);
    symlinkSync(real, join(folder, 'CLAUDE.md'));
    await json('export', join(folder, 'CLAUDE.md'));
    expect(lstatSync(join(folder, 'CLAUDE.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, 'utf8').replaceAll('\r\n', '')).not.toContain('\n');
    expect(statSync(real).mode & 0o777).toBe(0o640);
    const binary = write('b.md', Buffer.from([0x23, 0xff, 0xfe]));
    expect((await json('export', binary)).exitCode).not.toBe(0);
    expect(readFileSync(binary)).toEqual(Buffer.from([0x23, 0xff, 0xfe]));
    await json('export', join(folder, 'new.mdc'));
    expect(readFileSync(join(folder, 'new.mdc'), 'utf8')).toMatch(
      /^---\ndescription: .*\nglobs:\nalwaysApply: true\n---\n\n<!--/u,
    );
  });
});
