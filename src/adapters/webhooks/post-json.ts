import type { Delivery } from '../../ports/messenger.ts';

const LONGEST_MS = 10_000;
/** Gone: the receiver was taken away. */
const GONE = 410;

/** One attempt. What the receiver writes back is nobody's business; a redirect is none of the addresses that were named. */
export const postJson = async (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Delivery> => {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'User-Agent': 'hone', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    await answer.body?.cancel();
    if (answer.ok) return { sent: true };
    return { sent: false, reason: `status ${answer.status}`, forGood: answer.status === GONE };
  } catch (error) {
    return { sent: false, reason: reasonOf(error), forGood: false };
  }
};

const reasonOf = (error: unknown): string => {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer in ${LONGEST_MS / 1_000} s`;
  const code = (error as { cause?: { code?: unknown } }).cause?.code;
  return typeof code === 'string' && /^[A-Z_]{3,40}$/u.test(code) ? code : 'no connection';
};
