import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a form must bring along: made of the session, which no other site can read. Needs no memory, and ends with the
 * session.
 */
export const csrfToken = (session: string): string =>
  createHmac('sha256', session).update('a form of the console').digest('base64url');

/** Compared in a time that says nothing about it. */
export const csrfHolds = (session: string, presented: unknown): boolean => {
  if (session === '' || typeof presented !== 'string') return false;
  const [right, given] = [Buffer.from(csrfToken(session)), Buffer.from(presented)];
  return right.length === given.length && timingSafeEqual(right, given);
};
