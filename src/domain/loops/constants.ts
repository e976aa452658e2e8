/** When work counts as going in circles. `npm run eval:loops` measures them on traces. */
export const LOOPS = {
  /** The same question with the same answer so often within so many minutes, in one run. */
  recalls: { times: 3, minutes: 10 },
  /** Attempts of a task that failed after the lesson was shown to them. */
  unhelpful: { failures: 2 },
  /** The same failure so often. */
  failures: { times: 3 },
  /** Two failures, or two sets of lessons, taking turns so often in all. */
  alternation: { events: 6 },
  /** Principals whose tasks failed with a lesson within so many hours, and the share of its tasks that did. */
  fleet: { principals: 3, hours: 24, share: 0.5 },
} as const;
