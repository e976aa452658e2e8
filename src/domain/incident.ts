/** What ends a trial whatever its numbers say. */
export const INCIDENTS = ['secret_leaked', 'foreign_lesson', 'quarantined_served'] as const;
export type Incident = (typeof INCIDENTS)[number];
