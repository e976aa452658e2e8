/**
 * Plays the attacks and says what came of them: `npm run eval:attacks -- [DIR]… [--write] [--failures]`. Each attack gets a team's
 * store of its own. DIR holds lessons.jsonl with clean lessons (`title`, `rule`, `situation`, `body`): how many would be held.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openAttackStore } from './attack-store.ts';
import { cleanLessons } from './clean-lessons.ts';
import { type Judged, judgeAttack } from './judge-attack.ts';
import { isPlayable, playAttack } from './play-attack.ts';
import { type Attack, readAttacks } from './read-attacks.ts';
import { attacksPage, type SetResult } from './report.ts';
import { findTraces } from './secret-traces.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: 'boolean', default: false }, failures: { type: 'boolean', default: false } },
});

const playAll = async (name: string, attacks: readonly Attack[]): Promise<SetResult> => {
  const judged: Judged[] = [];
  const [playable, elsewhere] = [attacks.filter(isPlayable), attacks.filter((attack) => !isPlayable(attack))];
  const traces = { secrets: 0, files: 0, found: [] as string[] };
  for (const attack of playable) {
    const store = await openAttackStore();
    try {
      const before = new Set(
        (await store.services.stores.lessons.list('P', {})).items.map((lesson) => lesson.lesson_id),
      );
      const played = await playAttack(store, attack);
      judged.push(await judgeAttack(store, attack, played, before));
      const left =
        attack.expect === 'reject' ? findTraces(store.folder, [attack]) : { secrets: 0, files: 0, found: [] };
      traces.secrets += left.secrets;
      traces.files += left.files;
      traces.found.push(...left.found);
    } finally {
      await store.close();
    }
  }
  return { name, judged, elsewhere, traces };
};

const sets: SetResult[] = [];
for (const name of ['attacks', 'variations', 'held-out'] as const) sets.push(await playAll(name, readAttacks(name)));
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
