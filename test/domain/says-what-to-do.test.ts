import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { saysWhatToDo } from '../../src/domain/says-what-to-do.ts';
import { readTeamLessons } from '../../src/transports/cli/eval/load-team-lessons.ts';

describe('whether a rule says what to do', () => {
  it.each([
    'Use the pool.',
    'The generator must run after each change.',
    'Niemals direkt auf main pushen.',
    'Toujours vérifier la version.',
    '先にテストを書く',
  ])('%s', (rule) => expect(saysWhatToDo(rule)).toBe(true));

  it.each(['The payment API and its idempotency keys.', 'pnpm workspace', 'Careful here!', ''])('not: %s', (rule) =>
    expect(saysWhatToDo(rule)).toBe(false),
  );

  it('lets at least 98 of 100 rules through that teams really wrote', () => {
    const rules = readTeamLessons(join(import.meta.dirname, '../../data/eval')).flatMap(({ rule }) => rule ?? []);
    expect(rules.length).toBeGreaterThan(200);
    expect(rules.filter(saysWhatToDo).length / rules.length).toBeGreaterThan(0.98);
  });
});
