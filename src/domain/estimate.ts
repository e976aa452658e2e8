/**
 * A number with the evidence behind it.
 *
 * `value` is null when there is nothing to divide by; `low` and `high` are the 95 % interval, null where none exists.
 */
export interface Estimate {
  readonly value: number | null;
  readonly n: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly method: string;
}
