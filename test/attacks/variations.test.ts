import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Attack, type AttackList, readAttacks, textsIn } from '../../scripts/attacks/read-attacks.ts';
import { openGuard } from '../../src/adapters/guards/open-guard.ts';
import { holds } from '../../src/domain/guard/finding.ts';
import { cleanTexts } from '../../src/tools/validate/clean-texts.ts';

const guard = openGuard({ rulesFolder: join(import.meta.dirname, '../../data/rules') });
const LONGEST_FIELD = 8_000;

/** What becomes of a payload at the door: refused for a secret or what is hidden, held, or taken. */
const fateOf = async ({ payload }: Attack): Promise<'reject' | 'quarantine' | 'accept'> => {
  const fields = typeof payload === 'object' && payload !== null ? payload : { rule: payload };
  let cleaned: object;
  try {
    cleaned = cleanTexts(fields, LONGEST_FIELD);
  } catch {
    return 'reject';
  }
  // Texts of a lesson run on; `wrong` tells what must not be.
  const parts = Object.entries(cleaned).flatMap(([field, value]) =>
    textsIn(value).map((text) => ({
      field,
      text: field === 'wrong' ? `never ${text}` : text,
      apart: !['when', 'rule', 'why'].includes(field),
    })),
  );
  for (const { text } of parts) if ((await guard.findSecrets(text)).length > 0) return 'reject';
  return (await guard.inspect(parts)).some(holds) ? 'quarantine' : 'accept';
};

/** A refusal is a pass where a hold would do. */
const isMet = async (attack: Attack): Promise<boolean> => {
  const fate = await fateOf(attack);
  return fate === attack.expect || (attack.expect === 'quarantine' && fate === 'reject');
};

const shareMet = async (name: AttackList, expect: Attack['expect']): Promise<number> => {
  const these = readAttacks(name).filter((attack) => attack.expect === expect);
  const met = await Promise.all(these.map(isMet));
  return met.filter(Boolean).length / these.length;
};

describe('the same attacks in other words', () => {
  it.each(readAttacks('variations').map((attack) => [attack.id, attack] as const))('%s', async (_, attack) => {
    expect(await isMet(attack)).toBe(true);
  });

  it('are held in four of five cases where no rule was made for them, secrets refused, and clean lessons pass', async () => {
    expect(await shareMet('held-out', 'quarantine')).toBeGreaterThanOrEqual(0.9);
    expect(await shareMet('unseen', 'quarantine')).toBeGreaterThanOrEqual(0.8);
    expect(await shareMet('unseen', 'reject')).toBeGreaterThanOrEqual(0.95);
    for (const name of ['held-out', 'unseen'] as const) expect(await shareMet(name, 'accept')).toBe(1);
  });
});
