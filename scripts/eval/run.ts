/** Ranking on development data: `tsx scripts/eval/run.ts TRACK… --data DIR`; without a track all of them. */
import { parseArgs } from 'node:util';
import { type Answer, bootstrap, hitAt, mean, ndcgAt, reciprocalRank } from '../../src/domain/evaluation/measures.ts';
import { loadCurlFollowups } from '../../src/transports/cli/eval/load-curl-followups.ts';
import { loadReme } from '../../src/transports/cli/eval/load-reme.ts';
import { loadRuffReplay } from '../../src/transports/cli/eval/load-ruff-replay.ts';
import { loadTeamLessons, type TeamOptions } from '../../src/transports/cli/eval/load-team-lessons.ts';
import { openCachedEmbedder } from './embedding-cache.ts';
import { loadCosqa } from './load-cosqa.ts';
import { POLICIES } from './policies.ts';
import { replayRuff } from './replay-ruff.ts';
import { type Answers, replaySet, runSet } from './run-set.ts';

type Measure = (answer: Answer) => number;
const MEASURES: readonly (readonly [string, Measure])[] = [
  ['hit@1', hitAt(1)],
  ['hit@5', hitAt(5)],
  ['MRR', reciprocalRank],
  ['nDCG@10', ndcgAt(10)],
];

const percent = (value: number): string => (100 * value).toFixed(1).padStart(6);

/** One row a policy; beside ours the paired 95 % interval of its distance to BM25. */
const print = (title: string, answers: Answers): void => {
  console.log(`\n${title} (n = ${answers.ours.length})`);
  console.log(`${''.padEnd(8)}${MEASURES.map(([name]) => name.padStart(9)).join('')}`);
  for (const policy of POLICIES) {
    const cells = MEASURES.map(([, measure]) => percent(mean(answers[policy].map(measure))).padStart(9));
    console.log(`${policy.padEnd(8)}${cells.join('')}`);
  }
  const gains = answers.ours.map((answer, i) => reciprocalRank(answer) - reciprocalRank(answers.bm25[i] ?? answer));
  const { low, high } = bootstrap(gains);
  console.log(`ours − bm25, MRR: ${percent(mean(gains))} [${percent(low)}, ${percent(high)}]`);
};

const pick = (answers: Answers, keep: (index: number) => boolean): Answers =>
  Object.fromEntries(
    POLICIES.map((policy) => [policy, answers[policy].filter((_, i) => keep(i))]),
  ) as unknown as Answers;

type Embed = (text: string) => Promise<Float32Array>;

const TRACKS: Record<string, (data: string, embed: Embed) => Promise<void>> = {
  'team-lessons': async (data, embed) => {
    const settings: TeamOptions[] = [
      { language: 'en', pool: 'all', words: 25, examples: false, aspects: false },
      { language: 'en', pool: 'all', words: 60, examples: false, aspects: false },
      { language: 'en', pool: 'language', words: 25, examples: false, aspects: false },
      { language: 'en', pool: 'language', words: 25, examples: true, aspects: false },
      { language: 'en', pool: 'language', words: 25, examples: false, aspects: true },
      { language: 'en', pool: 'language', words: 25, examples: true, aspects: true },
      { language: 'de', pool: 'all', words: 25, examples: false, aspects: false },
      { language: 'de', pool: 'all', words: 60, examples: false, aspects: false },
    ];
    for (const options of settings) {
      const set = loadTeamLessons(data, options);
      const extra = `${options.examples ? ' + examples' : ''}${options.aspects ? ' + aspects' : ''}`;
      print(`${set.name}, pool ${set.lessons.length}${extra}`, await runSet(set, embed));
    }
  },
  reme: async (data, embed) => {
    const runs: Answers[] = [];
    for (const set of loadReme(data)) runs.push(await runSet(set, embed));
    console.log(`\nreme, mean of ${runs.length} tasks, nDCG@10`);
    for (const policy of POLICIES) {
      console.log(`${policy.padEnd(8)}${percent(mean(runs.map((run) => mean(run[policy].map(ndcgAt(10))))))}`);
    }
  },
  cosqa: async (data, embed) => print('cosqa dev', await runSet(loadCosqa(data), embed)),
  'curl-followups': async (data, embed) => {
    const set = loadCurlFollowups(data);
    for (const minAgeDays of [0, 7, 30, 90]) {
      const { answers } = await replaySet(set, embed, { minAgeDays });
      print(`curl-followups, at least ${minAgeDays} days old`, answers);
      const first = Math.floor(answers.ours.length * 0.8);
      print(
        '  the last fifth of them',
        pick(answers, (i) => i >= first),
      );
    }
  },
  'ruff-replay': async (data, embed) => {
    const events = loadRuffReplay(data);
    for (const learn of [false, true]) {
      const { answers, hard } = await replayRuff(events, embed, learn);
      const name = learn ? 'learned' : 'static';
      print(`ruff-replay ${name}, all recurrences`, answers);
      print(
        `ruff-replay ${name}, file not seen for this rule`,
        pick(answers, (i) => hard[i] === true),
      );
    }
  },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { data: { type: 'string' } } });
const { embed, close } = openCachedEmbedder();
for (const track of positionals.length > 0 ? positionals : Object.keys(TRACKS)) {
  const run = TRACKS[track];
  if (run === undefined || values.data === undefined)
    throw new Error(`usage: run.ts [${Object.keys(TRACKS).join('|')}] --data DIR`);
  await run(values.data, embed);
}
await close();
