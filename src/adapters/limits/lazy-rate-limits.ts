import type { RateLimits } from '../../ports/rate-limits.ts';

/** Loads the counting when the first token calls: a store of one person never needs it. */
export const lazyRateLimits = (path: string): RateLimits & { close(): Promise<void> } => {
  let opened: Promise<RateLimits & { close(): void }> | null = null;
  const open = async () => (await import('./stored-rate-limits.ts')).storedRateLimits(path);
  return {
    count: async (name, who) => {
      opened ??= open();
      return (await opened).count(name, who);
    },
    close: async () => (await opened)?.close(),
  };
};
