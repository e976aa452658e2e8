import type { Estimate } from '../domain/estimate.ts';
import type { Trends } from '../domain/metrics/trends.ts';
import { sampleFamily } from '../domain/telemetry/family.ts';
import type { MetricFamily, Sample } from '../domain/telemetry/metric-family.ts';
import { interventionTrends } from './intervention-trends.ts';
import type { Caller, Services } from './services.ts';

type Projects = '*' | readonly string[];

const WINDOW = '30d';
/** More would be too many series for one server's page; those with the most runs are taken. */
const MOST_PROJECTS = 20;

/** What this process and the store count, now. `projects` are those that the reader may see. */
export const collectCounts = async (services: Services, projects: Projects): Promise<MetricFamily[]> => [
  ...services.telemetry.families(),
  ...(await services.stores.counts.families(projects, services.clock.now())),
  sampleFamily('hone_wal_bytes', [{ labels: {}, value: await services.inspection.walBytes() }]),
  sampleFamily('hone_audit_verified_timestamp_seconds', await verifiedSamples(services)),
];

/** Nothing where nobody verified yet: an alarm on what is absent is right. */
const verifiedSamples = async ({ audit }: Services): Promise<Sample[]> => {
  const at = await audit.verifiedAt();
  return at === null ? [] : [{ labels: {}, value: Math.floor(Date.parse(at) / 1_000) }];
};

/**
 * The trends of the last 30 days as gauges: other tools cannot compute cohorts, censored medians or intervals. Takes as long as
 * `hone trends` for each project, so it is asked for now and then and kept.
 */
export const collectEstimates = async (services: Services, projects: Projects): Promise<MetricFamily[]> => {
  const found: Trends[] = [];
  for (const project of await busiestProjects(services, projects)) {
    found.push(await interventionTrends(services, observer(project), { since: WINDOW }));
  }
  const named = found.flatMap((trends) => estimatesOf(trends).map((one) => ({ project: trends.project, ...one })));
  return [
    sampleFamily('hone_estimate', named.flatMap(boundsOf)),
    sampleFamily(
      'hone_estimate_n',
      named.map(({ project, metric, estimate }) => ({
        labels: { project, metric, window: WINDOW },
        value: estimate.n,
      })),
    ),
    sampleFamily(
      'hone_drift_alarm',
      found
        .filter(({ drift }) => drift.baseline !== null)
        .map(({ project, drift }) => ({ labels: { project }, value: Number(drift.alarm) })),
    ),
  ];
};

const busiestProjects = async ({ stores }: Services, projects: Projects): Promise<string[]> =>
  (await stores.directory.listProjects())
    .filter(({ project, runs }) => runs > 0 && (projects === '*' || projects.includes(project)))
    .sort((a, b) => b.runs - a.runs)
    .slice(0, MOST_PROJECTS)
    .map(({ project }) => project);

/** Reads for the server itself; who may see the result is decided where it is served. */
const observer = (project: string): Caller => ({
  principal: { name: 'metrics', kind: 'person', roles: [], projects: [project], solo: false },
  project,
  known: new Set([project]),
});

const estimatesOf = ({ metrics, coverage }: Trends): { metric: string; estimate: Estimate }[] =>
  Object.entries({ ...metrics, outcome_coverage: coverage }).map(([metric, estimate]) => ({ metric, estimate }));

const boundsOf = ({ project, metric, estimate }: { project: string; metric: string; estimate: Estimate }): Sample[] =>
  Object.entries({ point: estimate.value, lower: estimate.low, upper: estimate.high }).flatMap(([bound, value]) =>
    value === null ? [] : [{ labels: { project, metric, window: WINDOW, bound }, value }],
  );
