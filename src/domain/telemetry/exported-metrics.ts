interface ExportedMetric {
  readonly type: 'counter' | 'gauge' | 'histogram';
  readonly help: string;
  readonly labels: readonly string[];
  /** `store`: counted from what is stored, so the same for every process. `process`: since this process began. */
  readonly from: 'store' | 'process';
  /** Of a histogram, in seconds. */
  readonly bounds?: readonly number[];
}

/** Every metric that leaves Hone. Names and labels are a contract: dashboards rest on them. */
export const EXPORTED_METRICS = {
  mcp_server_operation_duration_seconds: {
    type: 'histogram',
    help: 'Time to answer an MCP request, in seconds.',
    labels: ['method', 'tool', 'error_type'],
    from: 'process',
    bounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  hone_fallbacks_total: {
    type: 'counter',
    help: 'Recalls that another path served than the first, and why.',
    labels: ['from', 'to', 'reason'],
    from: 'process',
  },
  hone_guard_blocks_total: {
    type: 'counter',
    help: 'Texts that a guard refused, cleaned or held.',
    labels: ['rule', 'action'],
    from: 'process',
  },
  hone_tasks_started_total: {
    type: 'counter',
    help: 'Tasks started.',
    labels: ['project', 'workflow', 'arm'],
    from: 'store',
  },
  hone_tasks_closed_total: {
    type: 'counter',
    help: 'Tasks by the first outcome that each source said.',
    labels: ['project', 'workflow', 'arm', 'outcome', 'source'],
    from: 'store',
  },
  hone_task_resolution_seconds: {
    type: 'histogram',
    help: 'Time from the start of a task to its first outcome from CI or a person, in seconds.',
    labels: ['workflow', 'arm', 'outcome'],
    from: 'store',
    bounds: [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 259_200],
  },
  hone_runs_total: { type: 'counter', help: 'Runs started.', labels: ['project', 'workflow'], from: 'store' },
  hone_interventions_total: {
    type: 'counter',
    help: 'Times that a person stepped into a run.',
    labels: ['kind', 'planned'],
    from: 'store',
  },
  hone_recalls_total: {
    type: 'counter',
    help: 'Recalls by the path that served them and what was decided.',
    labels: ['path', 'decision'],
    from: 'store',
  },
  hone_loops_total: {
    type: 'counter',
    help: 'Loops that were found, by pattern and what was done.',
    labels: ['pattern', 'action'],
    from: 'store',
  },
  hone_corrections_total: {
    type: 'counter',
    help: 'Corrections: novel, or why the lesson that existed did not help.',
    labels: ['match'],
    from: 'store',
  },
  hone_lesson_transitions_total: {
    type: 'counter',
    help: 'Steps of lessons from one state to another.',
    labels: ['from', 'to', 'role'],
    from: 'store',
  },
  hone_lessons: { type: 'gauge', help: 'Lessons by state.', labels: ['state'], from: 'store' },
  hone_review_oldest_age_seconds: {
    type: 'gauge',
    help: 'Age of the oldest lesson that waits for review, in seconds; 0 when none waits.',
    labels: [],
    from: 'store',
  },
  hone_estimate: {
    type: 'gauge',
    help: 'A metric of docs/metrics.md over its window, with both ends of its 95 % interval.',
    labels: ['project', 'metric', 'window', 'bound'],
    from: 'store',
  },
  hone_estimate_n: {
    type: 'gauge',
    help: 'How many cases an estimate rests on.',
    labels: ['project', 'metric', 'window'],
    from: 'store',
  },
  hone_drift_alarm: {
    type: 'gauge',
    help: '1 while more tasks than usual are not completed clean.',
    labels: ['project'],
    from: 'store',
  },
  hone_audit_verified_timestamp_seconds: {
    type: 'gauge',
    help: 'When the whole trail was last found as it was signed, by `hone audit verify` or `hone doctor`; absent: never.',
    labels: [],
    from: 'store',
  },
  hone_wal_bytes: { type: 'gauge', help: 'Size of the log beside the store, in bytes.', labels: [], from: 'store' },
} as const satisfies Record<string, ExportedMetric>;

export type ExportedName = keyof typeof EXPORTED_METRICS;
