/** Prefix of each kind of id; the rest is opaque, random and sortable by time. */
export const ID_PREFIXES = {
  lesson: 'les_',
  run: 'run_',
  task: 'task_',
  recall: 'rec_',
  correction: 'cor_',
  checkpoint: 'chk_',
  trial: 'trl_',
  token: 'tok_',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;
export type Id = string;
/** ISO 8601, UTC, ending in `Z`. */
export type Time = string;

/** Longest id that any input may carry; ours are 37 or 38 characters. */
export const ID_MAX_LENGTH = 64;
