/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Trends } from '../../../domain/metrics/trends.ts';
import { listLessons } from '../../../use-cases/list-lessons.ts';
import type { Page } from '../page.ts';
import { CompletionChart } from '../parts/completion-chart.tsx';
import { Stored } from '../parts/stored.tsx';
import { TrendChart } from '../parts/trend-chart.tsx';
import { TrendTable } from '../parts/trend-table.tsx';
import type { Visit } from '../visit.ts';
import { FirstSteps } from './overview-first-steps.tsx';
import { NeedsPerson } from './overview-needs.tsx';
import { Tiles } from './overview-tiles.tsx';

const WINDOWS = [
  ['7d', '7 days'],
  ['30d', '30 days'],
  ['90d', '90 days'],
  ['365d', 'a year'],
] as const;

/** Are we getting better, and is it because of memory? */
export const overviewPage = async (visit: Visit): Promise<Page> => {
  const since = WINDOWS.find(([key]) => key === visit.query('since'))?.[0] ?? '30d';
  const [trends, served] = await Promise.all([
    visit.costly.trends(visit.services, visit.caller.project, since),
    listLessons(visit.services, visit.caller, { states: ['active', 'provisional'], limit: 0 }),
  ]);
  const empty = trends.metrics.runs_with_intervention.n === 0;
  const body = (
    <>
      <header class="head split">
        <div>
          <h1>Overview</h1>
          <p class="soft">
            <Stored text={trends.project} />, {trends.from.slice(0, 10)} to {trends.to.slice(0, 16).replace('T', ' ')}{' '}
            UTC
          </p>
        </div>
        <Windows visit={visit} since={since} />
      </header>
      <Verdict trends={trends} />
      <NeedsPerson visit={visit} trends={trends} served={served.total} />
      {empty ? <FirstSteps visit={visit} lessons={served.total + visit.counts.review} /> : <Figures trends={trends} />}
    </>
  );
  return { title: 'Overview', place: 'overview', body };
};

const Windows = ({ visit, since }: { visit: Visit; since: string }) => (
  <nav class="switch" aria-label="Time">
    {WINDOWS.map(([key, label]) => (
      <a href={visit.href('/', { since: key })} aria-current={key === since ? 'true' : undefined}>
        {label}
      </a>
    ))}
  </nav>
);

const KINDS: Readonly<Record<Trends['verdict']['direction'], string>> = {
  improving: 'good',
  no_change: 'quiet',
  worsening: 'bad',
  too_few: 'quiet',
  coverage_too_low: 'quiet',
};

const Verdict = ({ trends: { verdict, drift } }: { trends: Trends }) => (
  <section class={`verdict ${KINDS[verdict.direction]}`} aria-label="Verdict">
    <p class="sentence">{verdict.text}</p>
    {drift.alarm ? (
      <p class="note bad">Drift alarm: failures rose from {drift.since?.slice(0, 10) ?? 'some day'} on.</p>
    ) : null}
  </section>
);

const Figures = ({ trends }: { trends: Trends }) => (
  <>
    <Tiles trends={trends} />
    <div class="charts">
      <TrendChart trends={trends} name="repeat_correction_rate" title="What was corrected before is corrected again" />
      <TrendChart
        trends={trends}
        name="interventions_per_100_runs"
        title="People step in: interventions per 100 runs"
      />
      <CompletionChart trends={trends} />
    </div>
    <section>
      <h2>Every number</h2>
      <TrendTable trends={trends} />
    </section>
  </>
);
