import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openGuard } from '../../../src/adapters/guards/open-guard.ts';
import { backUpStore } from '../../../src/use-cases/back-up-store.ts';
import { textsCheck } from '../../../src/use-cases/health/texts-check.ts';
import { proposeLesson } from '../../../src/use-cases/propose-lesson.ts';
import { purgeLesson } from '../../../src/use-cases/purge-lesson.ts';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import { addLessons, newLesson } from '../../contracts/samples.ts';
import { attackCase } from '../../support/attack-case.ts';
import { openTestServices, soloAgent, soloPerson, temporaryFolder } from '../../support/test-services.ts';

const RULES = join(import.meta.dirname, '../../../data/rules/gitleaks.json');

/** The guards of a later release, which know one more kind of token. */
const laterGuard = () => {
  const folder = join(temporaryFolder(), 'data', 'rules');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '../../package.json'), '{"version":"99.0.0"}');
  const file = JSON.parse(readFileSync(RULES, 'utf8'));
  const rule = { id: 'wxk-token', regex: '(wxk_live_[0-9a-f]{40})', keywords: ['wxk_live_'], allow: [] };
  writeFileSync(join(folder, 'gitleaks.json'), JSON.stringify({ ...file, rules: [...file.rules, rule] }));
  return openGuard({ rulesFolder: folder });
};

describe('textsCheck', () => {
  it('SEC-08.1 finds what only later rules know, once for all lessons; purged, nothing of it is in any file', async () => {
    const { services, home } = await openTestServices();
    const { setup } = attackCase('SEC-08.1');
    const proposed = setup.find((step) => step.propose !== undefined)?.propose as { when: string; rule: string };
    const secret = /wxk_live_\w+/u.exec(proposed.rule)?.[0] ?? '';
    const { lesson } = await recordCorrection(services, soloPerson, {
      wrong: 'no token',
      right: proposed.rule,
      when: 'calling the weather service',
    });
    const lesson_id = lesson?.lesson_id ?? '';
    await proposeLesson(services, soloAgent, { when: 'naming tests', rule: 'Name tests by behaviour.' });
    expect(await textsCheck(services)).toMatchObject([{ status: 'ok', detail: expect.stringContaining('2 read') }]);
    expect(await textsCheck(services)).toMatchObject([{ status: 'ok', detail: expect.stringContaining('0 read') }]);
    const copy = join(home, 'copy.db');
    await backUpStore(services, soloPerson, { file: copy, withKey: true });

    const later = { ...services, guard: laterGuard() };
    const [check] = await textsCheck(later);
    expect(check).toMatchObject({ status: 'fail', detail: expect.stringContaining(lesson_id) });
    expect(check?.fix).toContain(copy);
    expect(JSON.stringify(check)).not.toContain(secret.slice(9, 17));
    expect((await recallLessons(later, soloAgent, { query: 'calling the weather service' })).lessons).toEqual([]);
    // What was found is looked at again each time, until it is gone.
    expect(await textsCheck(later)).toMatchObject([{ status: 'fail' }]);

    await purgeLesson(later, soloPerson, { lesson_id, reason: 'a secret' });
    expect(await textsCheck(later)).toMatchObject([{ status: 'ok' }]);
    const files = readdirSync(home).filter((name) => name.startsWith('hone.db'));
    const bytes = Buffer.concat(files.map((name) => readFileSync(join(home, name))));
    for (let at = 0; at + 8 <= secret.length - 9; at += 1) {
      expect(bytes.includes(secret.slice(9 + at, 17 + at))).toBe(false);
    }
  });

  it('names lessons that hide characters, as an older version might have kept them', async () => {
    const { services } = await openTestServices();
    await addLessons(services, newLesson('les_hiding', { rule: 'Use\u200b pnpm\u2063.' }));
    expect(await textsCheck(services)).toMatchObject([
      { status: 'warn', detail: 'Hidden characters in les_hiding (app: hidden characters).' },
    ]);
  });

  it('reads a bounded number of lessons at a time, and comes to the end', async () => {
    const { services } = await openTestServices();
    const long = 'Keep the generated parser as it is, and change the grammar instead. '.repeat(170);
    const lessons = Array.from({ length: 70 }, (_, n) => newLesson(`les_${n}`, { why: long }));
    await addLessons(services, ...lessons);
    const guard = { ...services.guard, findSecrets: async () => [] };
    const waiting: number[] = [];
    for (let times = 0; times < 5; times += 1) {
      const [check] = await textsCheck({ ...services, guard });
      waiting.push(Number(/ (\d+) more wait/u.exec(check?.detail ?? '')?.[1] ?? 0));
    }
    expect(waiting[0]).toBeGreaterThan(0);
    expect(waiting.at(-1)).toBe(0);
  });
});
