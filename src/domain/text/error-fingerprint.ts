const LONGEST = 8_000;

/**
 * An error text without what differs each time it is met: times, addresses, hashes, line numbers, counts.
 * Two failures with the same fingerprint are the same failure.
 */
export const errorFingerprint = (error: string): string =>
  error
    .slice(0, LONGEST)
    .replace(/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?\b/gu, ' ')
    .replace(/\b0x[0-9a-f]+\b/giu, ' ')
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{20,40}\b/giu, ' ')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{7,64}\b/giu, ' ')
    .replace(/\d+/gu, ' ')
    .replace(/[:,()]+(?=\s|$)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
