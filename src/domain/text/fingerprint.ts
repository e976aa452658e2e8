const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, canonical(entry)]),
  );
};

const MASK = 0xffff_ffff_ffff_ffffn;

/** FNV-1a, 64 bit (Fowler, Noll, Vo; draft-eastlake-fnv), from a chosen offset. */
const fnv1a = (text: string, offset: bigint): bigint => {
  let hash = offset;
  for (let i = 0; i < text.length; i += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100_0000_01b3n) & MASK;
  }
  return hash;
};

/**
 * 32 hexadecimal digits that are equal for equal JSON values, whatever the order of their keys.
 * Tells two inputs apart; it is not a defence against someone who looks for collisions.
 */
export const fingerprint = (value: unknown): string => {
  const text = JSON.stringify(canonical(value)) ?? '';
  return [0xcbf2_9ce4_8422_2325n, 0x8422_2325_cbf2_9ce4n]
    .map((offset) => fnv1a(text, offset).toString(16).padStart(16, '0'))
    .join('');
};
