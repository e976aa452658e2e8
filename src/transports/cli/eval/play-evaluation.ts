import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mean, ndcgAt } from '../../../domain/evaluation/measures.ts';
import { plainBm25 } from '../../../domain/evaluation/plain-bm25.ts';
import { POLICIES, type Policy } from '../../../domain/evaluation/policy-answers.ts';
import { type Bench, benchOn } from '../../../use-cases/evaluation/bench.ts';
import { evaluateAbstention } from '../../../use-cases/evaluation/evaluate-abstention.ts';
import { evaluateLearning } from '../../../use-cases/evaluation/evaluate-learning.ts';
import { evaluatePoison } from '../../../use-cases/evaluation/evaluate-poison.ts';
import { evaluateReplay } from '../../../use-cases/evaluation/evaluate-replay.ts';
import { evaluateRetrieval, type RetrievalFigures } from '../../../use-cases/evaluation/evaluate-retrieval.ts';
import type { OpenServices } from '../../lazy-services.ts';
import type { CliContext } from '../context.ts';
import { progressBar } from '../progress-bar.ts';
import { writeNewFile } from '../write-file.ts';
import { curveSvg } from './curve-svg.ts';
import { abstentionSets, type EvalData, nothingFor, openEvalData, replaySets, retrievalSets } from './eval-data.ts';
import { abstentionWords, learningWords, poisonWords, replayWords, retrievalWords } from './eval-words.ts';
import { loadRuffReplay, loadRuffRules } from './load-ruff-replay.ts';

export interface EvalOptions {
  readonly data?: string;
  readonly seed: number;
  readonly limit?: number;
  readonly svg?: string;
}

export interface RetrievalReport {
  readonly sets: readonly RetrievalFigures[];
  /** The public benchmark counts by the mean of its tasks; null without it. */
  readonly reme: {
    readonly tasks: number;
    readonly ndcg_at_10: readonly { readonly policy: Policy; readonly value: number }[];
    readonly textbook_bm25: number;
  } | null;
}

type Report = { readonly figures: object; readonly words: string; readonly svg?: string };

const retrieval = async (bench: Bench, data: EvalData, { limit }: EvalOptions): Promise<Report> => {
  const sets = retrievalSets(data).map((set) => ({ ...set, queries: set.queries.slice(0, limit) }));
  if (sets.length === 0) throw nothingFor('`hone eval retrieval`', ['own', 'team-lessons', 'reme']);
  const figures = await evaluateRetrieval(bench, sets);
  const isReme = ({ set }: { set: string }): boolean => set.startsWith('reme ');
  const tasks = figures.filter(isReme);
  const reme: RetrievalReport['reme'] =
    tasks.length === 0
      ? null
      : {
          tasks: tasks.length,
          ndcg_at_10: POLICIES.map((policy) => ({
            policy,
            value: mean(tasks.map(({ rows }) => rows.find((row) => row.policy === policy)?.ndcg_at_10 ?? 0)),
          })),
          textbook_bm25: mean(
            sets.filter(({ name }) => isReme({ set: name })).map((set) => mean(plainBm25(set).map(ndcgAt(10)))),
          ),
        };
  const report = { sets: figures.filter((one) => !isReme(one)), reme };
  return { figures: report, words: retrievalWords(report) };
};

const replay = async (bench: Bench, data: EvalData, { limit }: EvalOptions): Promise<Report> => {
  const sets = replaySets(data).map((set) => ({ ...set, queries: set.queries.slice(0, limit) }));
  if (sets.length === 0) throw nothingFor('`hone eval replay`', ['curl-followups', 'own']);
  const figures = await evaluateReplay(bench, sets);
  return { figures: { sets: figures }, words: replayWords(figures) };
};

const learning = async (bench: Bench, data: EvalData, { limit }: EvalOptions): Promise<Report> => {
  if (!data.has('ruff-replay')) throw nothingFor('`hone eval learning`', ['ruff-replay']);
  const figures = await evaluateLearning(bench, loadRuffReplay(data.folder).slice(0, limit));
  return { figures, words: learningWords(figures), svg: curveSvg(figures.curve, 'ruff-replay') };
};

const poison = async (bench: Bench, data: EvalData, { limit }: EvalOptions): Promise<Report> => {
  if (!data.has('ruff-replay')) throw nothingFor('`hone eval poison`', ['ruff-replay']);
  const events = loadRuffReplay(data.folder).slice(0, limit);
  const figures = await evaluatePoison(bench, loadRuffRules(data.folder), events);
  return { figures, words: poisonWords(figures) };
};

const abstain = async (bench: Bench, data: EvalData, { limit }: EvalOptions): Promise<Report> => {
  const sets = abstentionSets(data).map((set) => ({ ...set, queries: set.queries.slice(0, limit) }));
  if (sets.length === 0) throw nothingFor('`hone eval abstain`', ['own', 'team-lessons']);
  const figures = await evaluateAbstention(bench, sets);
  return { figures: { sets: figures }, words: abstentionWords(figures) };
};

const EVALUATIONS = { retrieval, replay, learning, poison, abstain } as const;
export type EvalName = keyof typeof EVALUATIONS;

/** Runs one evaluation in a store that goes away again. The same data and seed give the same figures. */
export const playEvaluation = async (context: CliContext, name: EvalName, options: EvalOptions): Promise<void> => {
  const data = openEvalData({ packageFolder: context.own.folder, calledFrom: context.folder }, options.data);
  const folder = await mkdtemp(join(tmpdir(), 'hone-eval-'));
  const bars = stepBars(context);
  let services: OpenServices | null = null;
  try {
    services = await context.openScratch(join(folder, 'eval.db'));
    const report = await EVALUATIONS[name](benchOn(services, options.seed, bars.progress), data, options);
    bars.stop();
    if (options.svg !== undefined && report.svg !== undefined) {
      await writeNewFile(context.folder, options.svg, report.svg, true);
      context.output.note('The learning curve was written.');
    }
    const head = { evaluation: name, data: data.name, seed: options.seed };
    context.output.result({ ...head, ...report.figures }, () =>
      [`## ${name}: ${data.name}, seed ${options.seed}`, '', report.words].join('\n'),
    );
  } finally {
    bars.stop();
    await services?.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** One bar a step; where there is no terminal, one line a step on stderr. */
const stepBars = ({ terminal, output }: CliContext): { progress: Bench['progress']; stop: () => void } => {
  let current = '';
  let bar = progressBar(terminal.output, '');
  return {
    progress: (what, done, total) => {
      if (what !== current) {
        bar.stop();
        bar = progressBar(terminal.output, what);
        if (!('isTTY' in terminal.output && terminal.output.isTTY)) output.note(`${what} (${total})`);
        current = what;
      }
      bar.update(done, total);
    },
    stop: () => bar.stop(),
  };
};
