import type { Time } from './ids.ts';

export const NOTICE_KINDS = ['checkpoint', 'review', 'drift', 'trial', 'digest'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

export const NOTICE_CHANNELS = ['webhook', 'slack'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** One thing that people are told once, where they are. Counts, names of workflows, ids and times; never a stored text. */
export interface Notice {
  readonly project: string;
  /** The same thing has the same key, so that it is told once. */
  readonly notice_key: string;
  readonly channel: NoticeChannel;
  readonly kind: NoticeKind;
  /** One line. */
  readonly title: string;
  readonly text: string;
  /** Page of the console, by its path. */
  readonly path: string;
  readonly created_at: Time;
}

export const TRY_RESULTS = ['claimed', 'sent', 'failed', 'given_up'] as const;

/** What became of a notice so far; the newest counts. */
export interface NoticeTry {
  readonly result: (typeof TRY_RESULTS)[number];
  readonly at: Time;
  /** When it may be tried again: after a failure, or after a claim by a process that then died. */
  readonly until?: Time;
  /** A status or a kind of failure; never what a receiver wrote. */
  readonly reason?: string;
}

const MINUTE_MS = 60_000;
/** Waits after each failure; about a day in all, as long as a receiver may be down over a night. */
const WAITS_MS = [0.5, 2, 10, 60, 360, 720, 720].map((minutes) => minutes * MINUTE_MS);
/** Longer than any attempt lasts. */
const CLAIM_MS = 2 * MINUTE_MS;

export const claimOf = (now: Time): NoticeTry => ({
  result: 'claimed',
  at: now,
  until: new Date(Date.parse(now) + CLAIM_MS).toISOString(),
});

/** After `failures` failed attempts, this one included. A receiver that says it wants no more is not asked again. */
export const failureOf = (now: Time, failures: number, reason: string, forGood: boolean): NoticeTry => {
  const wait = WAITS_MS[failures - 1];
  if (forGood || wait === undefined) return { result: 'given_up', at: now, reason };
  return { result: 'failed', at: now, until: new Date(Date.parse(now) + wait).toISOString(), reason };
};
