/**
 * Plays the attacks and says what came of them: `npm run eval:attacks -- [DIR]… [--write] [--failures]`. Each attack gets a team's
 * store of its own. DIR holds lessons.jsonl with clean lessons (`title`, `rule`, `situation`, `body`): how many would be held.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AttackStore } from './attack-store.ts';
import { cleanLessons } from './clean-lessons.ts';
import { type Judged, judgeAttack } from './judge-attack.ts';
import { isPlayable, playAttack } from './play-attack.ts';
import { ATTACK_LISTS, type Attack, readAttacks } from './read-attacks.ts';
import { attacksPage, type SetResult } from './report.ts';
import { findTraces } from './secret-traces.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, failures: { type: 'boolean', default: false } },
});

const playAll = async (name: string, attacks: readonly Attack[]): Promise<SetResult> => {
  const [playable, elsewhere] = [attacks.filter(isPlayable), attacks.filter((attack) => !isPlayable(attack))];
  const judged: Judged[] = [];
  const store = await AttackStore.open();
  try {
    const play = async (attack: Attack): Promise<void> => {
      const stage = await store.stage(attack);
      const { items } = await stage.services.stores.lessons.list(stage.project, {});
      const before = new Set(items.map((lesson) => lesson.lesson_id));
      judged.push(await judgeAttack(stage, attack, await playAttack(stage, attack), before));
    };
    const rejected = playable.filter((attack) => attack.expect === 'reject');
    for (const attack of rejected) await play(attack);
    // Before the rest: what may be stored could hold the same letters by right.
    const traces = findTraces(store.folder, rejected);
    for (const attack of playable.filter((one) => !rejected.includes(one))) await play(attack);
    return { name, judged, elsewhere, traces };
  } finally {
    await store.close();
  }
};

const sets: SetResult[] = [];
for (const name of ATTACK_LISTS) sets.push(await playAll(name, readAttacks(name)));
const clean = [];
for (const folder of positionals) clean.push(await cleanLessons(folder));
const page = attacksPage(sets, clean);
process.stdout.write(`${page}\n`);
if (values.failures) {
  for (const { judged } of sets) {
    for (const one of judged.filter(({ met }) => !met))
      process.stdout.write(`${one.attack.id}  ${one.attack.expect}  ${one.what}\n`);
  }
}
if (values.write) {
  const template = readFileSync(join(import.meta.dirname, 'attacks-page.md'), 'utf8');
  writeFileSync(join(import.meta.dirname, '../../docs/attacks.md'), template.replace('{{figures}}', page));
}
const leaked = sets.some(
  ({ judged, traces }) => traces.found.length > 0 || judged.some((one) => one.deliverable || one.inTop),
);
process.exitCode = leaked ? 1 : 0;
