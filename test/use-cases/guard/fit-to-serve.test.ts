import { describe, expect, it } from 'vitest';
import { recallLessons } from '../../../src/use-cases/recall-lessons.ts';
import { recordCorrection } from '../../../src/use-cases/record-correction.ts';
import type { Services } from '../../../src/use-cases/services.ts';
import { openTestServices, soloAgent, soloPerson } from '../../support/test-services.ts';

const lesson = { wrong: 'used npm', right: 'Use pnpm to install packages, not npm.', when: 'installing npm packages' };
const query = { query: 'installing npm packages' };

/** A rule set that came after the lesson was written. */
const withNewerRules = (services: Services): Services => ({
  ...services,
  guard: { ...services.guard, inspect: async () => [{ guard: 'injection', rule: 'a newer rule', field: 'rule' }] },
});

describe('isFitToServe', () => {
  it('keeps back a stored text that a newer rule flags, and remembers why', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloPerson, lesson);
    expect((await recallLessons(services, soloAgent, query)).lessons).toHaveLength(1);
    const recall = await recallLessons(withNewerRules(services), soloAgent, query);
    expect(recall).toMatchObject({ decision: 'abstain', lessons: [] });
  });

  it('keeps back a stored text in which a secret is found by now', async () => {
    const { services } = await openTestServices();
    await recordCorrection(services, soloPerson, lesson);
    const later = { ...services, guard: { ...services.guard, findSecrets: secretInAnything } };
    expect((await recallLessons(later, soloAgent, { ...query, query: 'npm' })).lessons).toEqual([]);
  });
});

const secretInAnything = async (text: string) => (text.includes('pnpm') ? [{ kind: 'new token', from: 0, to: 1 }] : []);
