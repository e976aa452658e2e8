/**
 * Fits CERTAINTY of src/domain/retrieval/constants.ts and shows what thresholds keep: `tsx scripts/eval/fit-abstention.ts DATA`,
 * where DATA holds team-lessons/. Every group of cases weighs alike; folds by repository.
 */

import { auroc, mean, recallAtFalseAlarms } from '../../src/domain/evaluation/measures.ts';
import { type AbstentionCase, abstentionCases } from './abstention-cases.ts';
import { openCachedEmbedder } from './embedding-cache.ts';
import { type Example, fitLogistic, predict } from './logistic.ts';

const FOLDS = 5;
const GROUP_WEIGHT = 50;
const FALSE_ALARMS = 0.15;
const THRESHOLDS = [0.15, 0.2, 0.25, 0.3, 0.35, 0.4];

type Scored = AbstentionCase & { readonly certainty: number };

const examplesOf = (cases: readonly AbstentionCase[]): Example[] => {
  const sizes = new Map<string, number>();
  for (const { group } of cases) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return cases
    .filter(({ present, right }) => right || !present)
    .map(({ x, present, group }) => ({
      x,
      y: present ? 1 : 0,
      weight: GROUP_WEIGHT / (sizes.get(group) ?? 1),
    }));
};

const crossValidate = (cases: readonly AbstentionCase[]): Scored[] => {
  const folds = new Map([...new Set(cases.map(({ fold }) => fold))].map((name, i) => [name, i % FOLDS]));
  return Array.from({ length: FOLDS }, (_, fold) => {
    const weights = fitLogistic(examplesOf(cases.filter((one) => folds.get(one.fold) !== fold)));
    const held = cases.filter((one) => folds.get(one.fold) === fold);
    return held.map((one) => ({ ...one, certainty: predict(weights, one.x) }));
  }).flat();
};

const percent = (share: number): string => (100 * share).toFixed(0).padStart(3);

const print = (name: string, cases: readonly Scored[]): void => {
  const present = cases.filter((one) => one.present);
  const absent = cases.filter((one) => !one.present).map(({ certainty }) => certainty);
  const hits = present.map(({ right, certainty }) => (right ? certainty : -1));
  const exists = auroc(
    present.map(({ certainty }) => certainty),
    absent,
  );
  const above = (scores: readonly number[], threshold: number) => mean(scores.map((one) => (one >= threshold ? 1 : 0)));
  const cells = THRESHOLDS.map((t) => `${t}: ${percent(above(hits, t))}/${percent(above(absent, t))}`);
  const kept = percent(recallAtFalseAlarms(hits, absent, FALSE_ALARMS).recall);
  console.log(
    `${name.padEnd(44)} n ${String(present.length).padStart(5)}  AUROC ${exists.toFixed(3)}  kept at 15 % ${kept}  kept/false ${cells.join('  ')}`,
  );
};

const { embed, close } = openCachedEmbedder();
for (const dense of [true, false]) {
  const cases = await abstentionCases(process.argv[2] ?? '', embed, dense);
  for (const aspects of [false, true]) {
    const mine = cases.filter((one) => one.aspects === aspects);
    const scored = crossValidate(mine);
    console.log(`\n${dense ? 'words and vectors' : 'words only'}, ${aspects ? 'with' : 'without'} aspects`);
    for (const group of new Set(mine.map((one) => one.group))) {
      print(
        group,
        scored.filter((one) => one.group === group),
      );
    }
    print('all together', scored);
    const weights = fitLogistic(examplesOf(mine));
    console.log(`weights: [${weights.map((value) => value.toFixed(3)).join(', ')}]`);
  }
}
await close();
