import { clopperPearson } from '../../src/domain/statistics/clopper-pearson.ts';
import type { CleanResult } from './clean-lessons.ts';
import type { Judged } from './judge-attack.ts';
import type { Attack, Expectation } from './read-attacks.ts';
import type { Traces } from './secret-traces.ts';

export interface SetResult {
  readonly name: string;
  readonly judged: readonly Judged[];
  /** Attacks that go by a socket, a page or a command. */
  readonly elsewhere: readonly Attack[];
  readonly traces: Traces;
}

const EXPECTATIONS: readonly Expectation[] = ['reject', 'quarantine', 'inert', 'accept'];
const SURFACES = ['lesson', 'correction', 'query', 'import', 'http'] as const;

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}`);

const kOfN = (k: number, n: number): string => {
  if (n === 0) return '–';
  const { low, high } = clopperPearson(k, n);
  return `${k} of ${n} (${percent(low)}–${percent(high)} %)`;
};

/** The figures of the page, as Markdown. */
export const attacksPage = (sets: readonly SetResult[], clean: readonly CleanResult[]): string =>
  [
    `Measured ${new Date().toISOString().slice(0, 10)} by \`npm run eval:attacks\`; in brackets exact 95 % intervals (Clopper–Pearson).`,
    ...sets.flatMap(setTables),
    ...cleanTable(sets, clean),
  ].join('\n\n');

const setTables = ({ name, judged, elsewhere, traces }: SetResult): string[] => [
  `### ${name}.jsonl`,
  [
    '| enters by | must be | as it must be | stored | deliverable | in the top 10 |',
    '|---|---|---|---|---|---|',
    ...SURFACES.flatMap((surface) => EXPECTATIONS.map((expect) => row(surface, expect, judged))).filter(
      (line) => line !== '',
    ),
  ].join('\n'),
  ...(traces.secrets === 0 ? [] : [secretsLine(traces)]),
  ...(elsewhere.length === 0
    ? []
    : [`${elsewhere.length} payloads go by a socket, a page, a file or a command: see below.`]),
];

const secretsLine = ({ secrets, files, found }: Traces): string =>
  `Secrets: of ${secrets} payloads with one, ${kOfN(found.length, secrets)} left a part of 8 characters or more in a file (raw, base64, percent-encoded; ${files} files).`;

const row = (surface: string, expect: Expectation, judged: readonly Judged[]): string => {
  const these = judged.filter(({ attack }) => attack.surface === surface && attack.expect === expect);
  if (these.length === 0) return '';
  const count = (is: (one: Judged) => boolean): string => kOfN(these.filter(is).length, these.length);
  const far = [count((one) => one.stored), count((one) => one.deliverable), count((one) => one.inTop)];
  return `| ${[surface, expect, count((one) => one.met), ...far].join(' | ')} |`;
};

const cleanTable = (sets: readonly SetResult[], clean: readonly CleanResult[]): string[] => {
  const accepted = sets.map(({ name, judged }) => {
    const these = judged.filter(({ attack }) => attack.expect === 'accept');
    return `| ${name}.jsonl, \`accept\` | ${kOfN(these.filter((one) => !one.met).length, these.length)} |`;
  });
  const lessons = clean.map(({ name, lessons: n, held, secrets }) => `| ${name} | ${kOfN(held + secrets, n)} |`);
  return [
    '### Clean lessons that a guard holds',
    ['| lessons | held |', '|---|---|', ...accepted, ...lessons].join('\n'),
  ];
};
