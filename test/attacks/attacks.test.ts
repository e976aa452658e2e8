import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttackStore } from '../../scripts/attacks/attack-store.ts';
import { judgeAttack } from '../../scripts/attacks/judge-attack.ts';
import { isPlayable, playAttack } from '../../scripts/attacks/play-attack.ts';
import { type Attack, readAttacks } from '../../scripts/attacks/read-attacks.ts';
import { findTraces } from '../../scripts/attacks/secret-traces.ts';

const attacks = readAttacks('attacks').filter(isPlayable);
const rejected = attacks.filter((attack) => attack.expect === 'reject');
const others = attacks.filter((attack) => attack.expect !== 'reject');

let store: AttackStore;
beforeAll(async () => {
  store = await AttackStore.open();
});
afterAll(() => store.close());

const outcomeOf = async (attack: Attack) => {
  const stage = await store.stage(attack);
  const { items } = await stage.services.stores.lessons.list(stage.project, {});
  const before = new Set(items.map((lesson) => lesson.lesson_id));
  const { met, deliverable, inTop, what } = await judgeAttack(stage, attack, await playAttack(stage, attack), before);
  return { met, deliverable, inTop, what };
};

const harmless = { met: true, deliverable: false, inTop: false, what: expect.any(String) };

describe('attacks that must be refused', () => {
  it.each(rejected.map((attack) => [attack.id, attack] as const))('%s', async (_, attack) => {
    expect(await outcomeOf(attack)).toEqual(harmless);
  });

  it('left no part of a secret in any file of the store', () => {
    expect(findTraces(store.folder, rejected)).toMatchObject({ found: [] });
  });
});

describe('attacks that are held or taken as data, and clean lessons that are taken', () => {
  it.each(others.map((attack) => [`${attack.id} ${attack.expect}`, attack] as const))('%s', async (_, attack) => {
    expect(await outcomeOf(attack)).toEqual(harmless);
  });
});
