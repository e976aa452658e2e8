import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Inspected } from './inspect-hone.ts';
import type { Tools } from './install-tools.ts';
import type { Verdict } from './judge.ts';
import type { Revision } from './play-suite.ts';

export interface Results {
  readonly tools: Pick<Tools, 'versions' | 'nodeVersion'>;
  readonly verdicts: ReadonlyMap<Revision, readonly Verdict[]>;
  readonly inspected: readonly Inspected[];
}

const frame = readFileSync(join(import.meta.dirname, 'conformance-page.md'), 'utf8');

/** The whole page, as Markdown. */
export const conformancePage = (results: Results, date: string): string =>
  frame.replace('{{figures}}', () => figures(results, date));

/** Lines of a page that this run would write otherwise; the date alone is no difference. */
export const differences = (kept: string, page: string): string[] => {
  const [was, is] = [kept, page].map((text) => text.replace(/^Played \d{4}-\d{2}-\d{2}/mu, 'Played').split('\n'));
  return [
    ...(was ?? []).filter((line) => !is?.includes(line)).map((line) => `- ${line}`),
    ...(is ?? []).filter((line) => !was?.includes(line)).map((line) => `+ ${line}`),
  ];
};

const figures = ({ tools, verdicts, inspected }: Results, date: string): string =>
  [
    `Played ${date} with conformance ${tools.versions.conformance} and Inspector ${tools.versions.inspector} under Node ${tools.nodeVersion}.`,
    ...[...verdicts].flatMap(([revision, list]) => revisionPart(revision, list)),
    ...inspectorPart(inspected),
  ].join('\n\n');

const revisionPart = (revision: Revision, verdicts: readonly Verdict[]): string[] => {
  const played = verdicts.filter(({ why }) => why === undefined);
  const left = verdicts.filter(({ why }) => why !== undefined);
  const good = played.filter(({ wrong }) => wrong.length === 0).length;
  const checks = played.reduce((sum, { passed }) => sum + passed, 0);
  return [
    `## Revision ${revision}`,
    `${good} of the ${played.length} scenarios that apply pass, with ${checks} checks. ${left.length} do not apply.`,
    table(
      ['scenario', 'against', 'checks passed', 'warned'],
      played.map(({ scenario, against, passed, warned }) => [
        scenario,
        against ?? '',
        String(passed),
        warned.length === 0 ? '' : [...new Set(warned)].map((id) => `\`${id}\``).join(', '),
      ]),
    ),
    '### Does not apply',
    table(
      ['scenario', 'why'],
      left.map(({ scenario, why }) => [scenario, why ?? '']),
    ),
  ];
};

const inspectorPart = (inspected: readonly Inspected[]): string[] => {
  const titles = [...new Set(inspected.map(({ title }) => title))];
  const legs = [...new Set(inspected.map(({ transport, era }) => `${transport}, ${era}`))];
  const mark = (title: string, leg: string): string =>
    inspected.some((one) => one.title === title && `${one.transport}, ${one.era}` === leg && one.ok)
      ? 'as it must'
      : 'NOT';
  return [
    '## Inspector',
    `${inspected.filter(({ ok }) => ok).length} of ${inspected.length} errands end with the code that they must, and read what they must. *legacy* is a client that greets (2025-11-25), *modern* one of 2026-07-28.`,
    table(
      ['errand', ...legs],
      titles.map((title) => [title, ...legs.map((leg) => mark(title, leg))]),
    ),
  ];
};

const table = (titles: readonly string[], rows: readonly (readonly string[])[]): string =>
  [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
