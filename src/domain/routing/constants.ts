/** Every number of routing. Fitted on the tasks of `npm run eval:routing`, then left alone. */
export const ROUTING = {
  /** Share of meaning in a similarity; the rest is words. */
  meaning: 0.6,
  /** Examples that speak for a workflow: the mean of so many nearest ones. One alone is often near by its topic only. */
  neighbours: 2,
  /** A text of fewer words says too little to be near anything: its nearness shrinks in proportion. */
  fewTerms: 4,
  /** Below this a task has nothing to do with a workflow. Meaning lifts every similarity, so it has a floor of its own. */
  floor: { dense: 0.12, lexical: 0.03 },
  /** How sure one must be to go on without asking. */
  proceed: 0.75,
  /** Log-odds that the nearest workflow is right: `bias + score × similarity + margin × lead over the next`. */
  dense: { bias: -1.3, score: 7.4, margin: 9.2 },
  lexical: { bias: -0.8, score: 3.4, margin: 8.9 },
  /** Labelled texts that a confidence needs before it is told as a number: with fewer it is the prior's. */
  labels: 29,
  /** How many labels the prior is worth against the project's own. */
  priorLabels: 10,
  /** Labelled texts looked at, the newest first. */
  mostLabels: 120,
  options: 3,
} as const;
