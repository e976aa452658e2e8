import * as z from 'zod';
import { BUCKETS, DIRECTIONS } from '../domain/metrics/trends.ts';
import { name, time } from './fields.ts';
import { estimate } from './output-shapes.ts';
import { defineTool, READS } from './tool.ts';

const plain = {
  completion_without_rewrite: estimate,
  interventions_per_100_runs: estimate,
  runs_with_intervention: estimate,
  median_minutes_to_resolution: estimate,
  fallback_rate: estimate,
  planned_checkpoints_per_100_runs: estimate,
  loops_per_100_tasks: estimate,
  abstention_rate: estimate,
  lesson_precision: estimate,
  tokens_per_task: estimate,
};
const split = {
  missed: z.number(),
  withheld: z.number(),
  ignored: z.number(),
  unreviewed: z.number(),
  novel: z.number(),
};
/** A change has no split, and a point of the series may lack any metric. */
const some = z.looseObject({ ...plain, repeat_correction_rate: estimate }).partial();

export const interventionTrendsTool = defineTool({
  name: 'intervention_trends',
  title: 'Intervention trends',
  description:
    'Whether humans have to step in less than before: call when asked how agents are doing, not while working on a task. ' +
    'Returns each metric with n and a 95 % interval, its change against the window before, a series, and a verdict; only outcomes confirmed by CI or a human count.',
  input: z.strictObject({
    project: name.optional(),
    workflow: name.optional(),
    since: time.optional().describe("'30d' (default) or a UTC time"),
    until: time.optional(),
    bucket: z.enum(BUCKETS).optional(),
  }),
  output: z.looseObject({
    project: z.string(),
    workflow: z.string().nullable(),
    from: z.string(),
    to: z.string(),
    bucket: z.string(),
    coverage: estimate,
    metrics: z.looseObject({ ...plain, repeat_correction_rate: estimate.extend(split) }),
    agent_reported: z.looseObject({ completion_without_rewrite: estimate }),
    lift: z
      .looseObject({
        completion_without_rewrite: estimate,
        interventions_per_100_runs: estimate,
        minutes_to_resolution_ratio: estimate,
      })
      .nullable(),
    series: z.array(some.extend({ from: z.string(), to: z.string(), tasks: z.number(), runs: z.number() })),
    change: some,
    drift: z.looseObject({
      alarm: z.boolean(),
      statistic: z.number(),
      threshold: z.number(),
      since: z.string().nullable(),
      baseline: z.number().nullable(),
      baseline_n: z.number(),
    }),
    verdict: z.looseObject({ direction: z.enum(DIRECTIONS), text: z.string() }),
  }),
  annotations: READS,
  example: { since: '30d', bucket: 'week' },
  // Its statistics take longer to load than a server may take to list its tools.
  run: async (services, caller, input) =>
    (await import('../use-cases/intervention-trends.ts')).interventionTrends(services, caller, input),
});
