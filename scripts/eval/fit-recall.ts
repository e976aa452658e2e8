/**
 * Fits the weights of `confidence` in src/domain/retrieval/decision.ts: how sure recall is that its best candidate is the right lesson.
 * Usage: tsx scripts/eval/fit-recall.ts DATA, where DATA holds team-lessons/. Stores of many sizes are drawn from the lessons; each query is asked once
 * with its lesson in the store and once without. Folds are by lesson.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Match } from '../../src/domain/retrieval/fusion.ts';
import { openCachedEmbedder } from './embedding-cache.ts';
import { type EvalDocument, type EvalQuery, rankAll, toDocument, toQuery } from './memory-index.ts';

const data = process.argv[2] ?? '';
const lines = (name: string) =>
  readFileSync(join(data, 'team-lessons', name), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const { embed, close } = openCachedEmbedder();

let seed = 7;
const random = (): number => {
  seed = (seed * 1664525 + 1013904223) % 4294967296;
  return seed / 4294967296;
};

const lessons = lines('lessons.jsonl').filter((lesson) => lesson.lang === 'en');
const examples = new Map(lines('examples.jsonl').map((one) => [one.id, one.examples as string[]]));
const aspects = new Map(lines('aspects.jsonl').map((one) => [one.id, one.aspects as string[]]));
const ruleOf = (l: { rule?: string; body?: string }): string => (l.rule || l.body || '').slice(0, 1200);
const plain = new Map<string, EvalDocument>();
const rich = new Map<string, EvalDocument>();
for (const l of lessons) {
  const base = { id: l.id, when: l.title.slice(0, 400), rule: ruleOf(l) };
  plain.set(l.id, await toDocument({ ...base, examples: [] }, embed));
  rich.set(l.id, await toDocument({ ...base, examples: (examples.get(l.id) ?? []).slice(1) }, embed));
}
interface Case {
  id: string;
  kind: string;
  query: EvalQuery;
  aspects: EvalQuery[];
}
const cases: Case[] = [];
for (const l of lessons) {
  const task = examples.get(l.id)?.[0];
  if (task !== undefined) cases.push({ id: l.id, kind: 'task', query: await toQuery(task, embed), aspects: [] });
  if (!l.situation || !l.rule) continue;
  const query = await toQuery(l.situation.split(/\s+/u).slice(0, 25).join(' '), embed);
  cases.push({ id: l.id, kind: 'situation', query, aspects: [] });
  const said = await Promise.all((aspects.get(l.id) ?? []).map((text) => toQuery(text, embed)));
  cases.push({ id: l.id, kind: 'situation+aspects', query, aspects: said });
}

const saturated = (lexical: number): number => lexical / (lexical + 15);

type Row = { x: number[]; y: number; right: number; group: string; id: string };
const features = (top: ReturnType<typeof rankAll>[number], stored: number): number[] => {
  const said = top.aspects.length > 0;
  const best = (pick: (m: Match) => number) => (said ? Math.max(...top.aspects.map(pick)) : 0);
  return [
    1,
    top.match.cosine ?? 0,
    top.match.coverage,
    saturated(top.match.lexical),
    best((m) => m.cosine ?? 0),
    best((m) => m.coverage),
    said ? 1 : 0,
    Math.log10(stored),
  ];
};
const rows: Row[] = [];
for (const c of cases) {
  for (const size of [1, 3, 10, 50, 365]) {
    for (const [name, index] of [
      ['plain', plain],
      ['examples', rich],
    ] as const) {
      const others = lessons
        .map((l) => l.id)
        .filter((id) => id !== c.id)
        .sort(() => random() - 0.5);
      for (const present of [1, 0]) {
        const ids = present ? [c.id, ...others.slice(0, size - 1)] : others.slice(0, size);
        const top = rankAll(
          ids.map((id) => index.get(id)!),
          c.query,
          c.aspects,
        )[0]!;
        rows.push({
          x: features(top, ids.length),
          y: present,
          right: top.id === c.id ? 1 : 0,
          group: `${c.kind}|${name}|${size}`,
          id: c.id,
        });
      }
    }
  }
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + v * (b[i] ?? 0), 0);
/** Logistic regression by Newton's method, with a little ridge. */
const fitWeights = (train: Row[], label: (r: Row) => number): number[] => {
  const d = train[0]!.x.length;
  let w = new Array<number>(d).fill(0);
  for (let step = 0; step < 30; step += 1) {
    const g = w.map((v, i) => (i > 0 ? -0.5 * v : 0));
    const h = w.map((_, i) => w.map((__, j) => (i === j ? 0.5 : 0)));
    for (const r of train) {
      const p = sigmoid(dot(w, r.x));
      for (let i = 0; i < d; i += 1) {
        g[i]! += (label(r) - p) * r.x[i]!;
        for (let j = 0; j < d; j += 1) h[i]![j]! += p * (1 - p) * r.x[i]! * r.x[j]!;
      }
    }
    const delta = solve(h, g);
    w = w.map((v, i) => v + delta[i]!);
  }
  return w;
};
const solve = (a: number[][], b: number[]): number[] => {
  const m = a.map((row, i) => [...row, b[i]!]);
  for (let c = 0; c < m.length; c += 1) {
    const pivot = m.slice(c).reduce((best, row, i) => (Math.abs(row[c]!) > Math.abs(m[best]![c]!) ? c + i : best), c);
    [m[c], m[pivot]] = [m[pivot]!, m[c]!];
    for (let r = 0; r < m.length; r += 1) {
      if (r === c) continue;
      const f = m[r]![c]! / m[c]![c]!;
      for (let k = c; k <= m.length; k += 1) m[r]![k]! -= f * m[c]![k]!;
    }
  }
  return m.map((row, i) => row[m.length]! / row[i]!);
};
const auroc = (scored: { s: number; y: number }[]): number => {
  const pos = scored.filter((r) => r.y === 1).map((r) => r.s);
  const neg = scored
    .filter((r) => r.y === 0)
    .map((r) => r.s)
    .sort((a, b) => a - b);
  let sum = 0;
  for (const p of pos) {
    let lo = 0;
    let hi = neg.length;
    while (lo < hi) {
      const m = (lo + hi) >> 1;
      if (neg[m]! < p) lo = m + 1;
      else hi = m;
    }
    sum += lo;
  }
  return sum / Math.max(1, pos.length * neg.length);
};
const fold = (id: string): number => [...id].reduce((h, ch) => (h * 31 + ch.charCodeAt(0)) % 997, 7) % 5;
const label = (r: Row): number => r.right;
const scored: (Row & { s: number })[] = [];
for (let k = 0; k < 5; k += 1) {
  const w = fitWeights(
    rows.filter((r) => fold(r.id) !== k),
    label,
  );
  for (const r of rows.filter((one) => fold(one.id) === k)) scored.push({ ...r, s: sigmoid(dot(w, r.x)) });
}
const final = fitWeights(rows, label);
const wordsOnly = rows.map((r) => ({ ...r, x: [r.x[0]!, 0, r.x[2]!, r.x[3]!, 0, r.x[5]!, r.x[6]!, r.x[7]!] }));
process.stdout.write(
  `words only ${fitWeights(wordsOnly, label)
    .map((v) => v.toFixed(3))
    .join(', ')}\n`,
);
process.stdout.write(
  `weights [1, cos, coverage, lexical, aspect cos, aspect coverage, has aspects, log10 N] ${final.map((v) => v.toFixed(3)).join(', ')}\n`,
);
process.stdout.write(
  `pooled AUROC exists ${auroc(scored.map((r) => ({ s: r.s, y: r.y }))).toFixed(3)}, n = ${scored.length}\n`,
);
const thresholds = [0.3, 0.35, 0.4, 0.45, 0.5];
for (const group of [...new Set(rows.map((r) => r.group))]) {
  const mine = scored.filter((r) => r.group === group);
  const pos = mine.filter((r) => r.y === 1);
  const neg = mine.filter((r) => r.y === 0);
  const cut = [...neg].sort((a, b) => b.s - a.s)[Math.floor(neg.length * 0.15)]!.s;
  const kept = pos.filter((r) => r.right === 1 && r.s > cut).length / pos.length;
  const at = thresholds.map(
    (t) =>
      `${t}: ${((100 * pos.filter((r) => r.right && r.s >= t).length) / pos.length).toFixed(0)}/${((100 * neg.filter((r) => r.s >= t).length) / neg.length).toFixed(0)}`,
  );
  process.stdout.write(
    `${group.padEnd(34)} n=${pos.length} top1 ${((100 * pos.filter((r) => r.right).length) / pos.length).toFixed(1)} AUROC ${auroc(mine.map((r) => ({ s: r.s, y: r.y }))).toFixed(3)} kept@15 ${(100 * kept).toFixed(0)} | kept/false ${at.join('  ')}\n`,
  );
}
await close();
