import type { CurvePoint } from '../../../use-cases/evaluation/evaluate-learning.ts';
import { escapeHtml } from '../../charts/escape-html.ts';

const WIDTH = 640;
const HEIGHT = 360;
const PAD = { left: 56, right: 130, top: 40, bottom: 56 } as const;

type Series = Extract<keyof CurvePoint, 'learned' | 'fixed' | 'bm25' | 'dense' | 'recent'>;

/** Told apart by dashes and marks, not by colour alone. */
const LINES: readonly { key: Series; name: string; colour: string; dash: string }[] = [
  { key: 'learned', name: 'ours, learned', colour: '#0b6e4f', dash: '' },
  { key: 'fixed', name: 'ours, static', colour: '#4a4a4a', dash: '8 4' },
  { key: 'bm25', name: 'BM25', colour: '#8a5a00', dash: '2 3' },
  { key: 'dense', name: 'dense', colour: '#5b3fa0', dash: '10 3 2 3' },
  { key: 'recent', name: 'most recent', colour: '#a03f3f', dash: '1 5' },
];

const xOf = (index: number, count: number): number =>
  PAD.left + (count === 1 ? 0.5 : index / (count - 1)) * (WIDTH - PAD.left - PAD.right);
const yOf = (share: number): number => PAD.top + (1 - share) * (HEIGHT - PAD.top - PAD.bottom);

const grid = [0, 0.25, 0.5, 0.75, 1]
  .map(
    (share) =>
      `<line x1="${PAD.left}" x2="${WIDTH - PAD.right}" y1="${yOf(share)}" y2="${yOf(share)}" stroke="#ddd"/>` +
      `<text x="${PAD.left - 8}" y="${yOf(share) + 4}" text-anchor="end">${100 * share} %</text>`,
  )
  .join('');

const lineOf = (points: readonly CurvePoint[], { key, name, colour, dash }: (typeof LINES)[number]): string => {
  const known = points.flatMap((point, i) => {
    const value = point[key];
    return value === null ? [] : [{ x: xOf(i, points.length), y: yOf(value) }];
  });
  const last = known.at(-1);
  if (last === undefined) return '';
  const path = known.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const marks = known.map(({ x, y }) => `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="3" fill="${colour}"/>`);
  return [
    `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`,
    ...marks,
    `<text x="${(last.x + 10).toFixed(1)}" y="${(last.y + 4).toFixed(1)}" fill="${colour}">${escapeHtml(name)}</text>`,
  ].join('');
};

/** hit@5 by number of earlier occurrences, as a picture of its own. */
export const curveSvg = (points: readonly CurvePoint[], source: string): string => {
  const labels = points.map(
    ({ earlier, n }, i) =>
      `<text x="${xOf(i, points.length).toFixed(1)}" y="${HEIGHT - PAD.bottom + 18}" text-anchor="middle">${escapeHtml(earlier)}</text>` +
      `<text x="${xOf(i, points.length).toFixed(1)}" y="${HEIGHT - PAD.bottom + 32}" text-anchor="middle" fill="#777" font-size="10">n ${n}</text>`,
  );
  const title = 'Right lesson among the first five, by how often the mistake was met before';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" font-family="sans-serif" font-size="12">`,
    `<title id="t">${title}</title>`,
    `<desc id="d">${escapeHtml(points.map(({ earlier, learned, fixed }) => `${earlier}: learned ${share(learned)}, static ${share(fixed)}`).join('; '))}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<text x="${PAD.left}" y="20" font-weight="bold">${title}</text>`,
    grid,
    ...labels,
    `<text x="${PAD.left}" y="${HEIGHT - 8}" fill="#777" font-size="10">earlier occurrences · ${escapeHtml(source)}</text>`,
    ...LINES.map((line) => lineOf(points, line)),
    '</svg>',
    '',
  ].join('\n');
};

const share = (value: number | null): string => (value === null ? 'none' : `${(100 * value).toFixed(1)} %`);
