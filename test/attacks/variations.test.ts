import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Attack, readAttacks, textsIn } from '../../scripts/attacks/read-attacks.ts';
import { openGuard } from '../../src/adapters/guards/open-guard.ts';
import { holds } from '../../src/domain/guard/finding.ts';
import { cleanText } from '../../src/domain/text/canonical.ts';

const guard = openGuard({ rulesFolder: join(import.meta.dirname, '../../data/rules') });

/** Texts of a lesson run on; `wrong` tells what must not be. */
const isHeld = async ({ payload }: Attack): Promise<boolean> => {
  const parts = Object.entries(typeof payload === 'object' && payload !== null ? payload : { rule: payload }).flatMap(
    ([field, value]) =>
      textsIn(value).map((text) => ({
        field,
        text: cleanText(field === 'wrong' ? `never ${text}` : text).text,
        apart: !['when', 'rule', 'why'].includes(field),
      })),
  );
  return (await guard.inspect(parts)).some(holds);
};

describe('the same attacks in other words', () => {
  it.each(readAttacks('variations').map((attack) => [attack.id, attack] as const))('%s', async (_, attack) => {
    expect(await isHeld(attack)).toBe(attack.expect === 'quarantine');
  });

  it('are held in nine of ten cases where no rule was made for them, and clean lessons pass', async () => {
    const judged = await Promise.all(
      readAttacks('held-out').map(async (attack) => ({ attack, held: await isHeld(attack) })),
    );
    const bad = judged.filter(({ attack }) => attack.expect === 'quarantine');
    expect(bad.filter(({ held }) => held).length / bad.length).toBeGreaterThanOrEqual(0.9);
    expect(judged.filter(({ attack, held }) => attack.expect === 'accept' && held)).toEqual([]);
  });
});
