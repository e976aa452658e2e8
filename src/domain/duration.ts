const UNIT_MS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const FORM = /^(\d{1,6})([smhd])$/u;

/** Milliseconds of `90s`, `30m`, `2h` or `90d`. Null for any other text, and for nothing at all. */
export const parseDuration = (text: string): number | null => {
  const [, count, unit] = FORM.exec(text.trim()) ?? [];
  const ms = Number(count) * (UNIT_MS[unit ?? ''] ?? Number.NaN);
  return ms > 0 ? ms : null;
};
