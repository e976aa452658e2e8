import { cpus, loadavg } from 'node:os';
import { type Figure, isMet } from './figure.ts';

export interface Report {
  /** The day, as ISO writes it. */
  readonly date: string;
  readonly machine: string;
  readonly lessons: number;
  /** Mean number of running processes over a minute, before and after; above the number of cores, others took their share. */
  readonly load: readonly [number, number];
  readonly figures: readonly Figure[];
}

export const loadNow = (): number => loadavg()[0] ?? 0;

export const machineClass = (): string => `${cpus().length} cores, Node ${process.versions.node}, ${process.platform}`;

const shown = (value: number, unit: Figure['unit']): string => {
  if (unit === 'count') return String(value);
  if (unit === '×') return `${value.toFixed(2)} ×`;
  return `${value.toFixed(unit === 'ms' && value < 100 ? 1 : 0)} ${unit}`;
};

const targetOf = ({ target, unit }: Figure): string => {
  if (target === undefined) return '';
  return `${target.side === 'most' ? '≤' : '≥'} ${unit === 'count' ? target.value : `${target.value} ${unit}`}`;
};

const MET = new Map<boolean | null, string>([
  [true, 'yes'],
  [false, '**no**'],
  [null, ''],
]);

/** The report as Markdown: a page of the documentation. */
export const asMarkdown = (report: Report): string =>
  [
    '# Performance',
    '',
    'Written by `npm run bench -- --write docs/performance.md`; do not edit. The built product was run as processes of its own and',
    'asked over MCP on stdio. A figure that must hold on any machine is a ratio to something measured in the same run.',
    '',
    `Measured on ${report.date}: ${report.machine}. The filled store holds ${report.lessons} served lessons in one project, whose words`,
    'are of `data/demo`, recombined: fit for timing, no test of ranking. Load of the machine before and after:',
    `${report.load.map((load) => load.toFixed(1)).join(' and ')}. Above the number of cores, other work took its share, and times are longer for it.`,
    '',
    '| Figure | Measured | Target | Met | n |',
    '| --- | ---: | ---: | --- | ---: |',
    ...report.figures.map(
      (one) =>
        `| ${one.name} | ${shown(one.value, one.unit)} | ${targetOf(one)} | ${MET.get(isMet(one)) ?? ''} | ${one.n} |`,
    ),
    '',
  ].join('\n');
