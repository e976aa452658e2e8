import type { MetricFamily } from '../../domain/telemetry/metric-family.ts';
import { type OtlpResource, otlpJson } from './otlp-json.ts';

/** Where metrics go, as the standard variables of OpenTelemetry say it. */
export interface OtlpTarget {
  /** Of metrics, with its path. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly intervalMs: number;
  readonly timeoutMs: number;
  /** Attributes of the resource: `service.name` and what else was set. */
  readonly attributes: Readonly<Record<string, string>>;
}

const LAST_MS = 2_000;

/** Sends now and again until the returned function is called, which sends a last time. */
export const startOtlpPush = (
  target: OtlpTarget,
  collect: () => Promise<readonly MetricFamily[]>,
): (() => Promise<void>) => {
  const startedAt = Date.now();
  const send = async (timeoutMs: number): Promise<void> => {
    try {
      const resource: OtlpResource = { attributes: target.attributes, startedAt, now: Date.now() };
      const body = JSON.stringify(otlpJson(await collect(), resource));
      const response = await fetch(target.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...target.headers },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      });
      await response.body?.cancel();
    } catch {
      // Sums are cumulative: what this one could not bring, the next one does.
    }
  };
  let last = Promise.resolve();
  const timer = setInterval(() => {
    last = last.then(() => send(target.timeoutMs));
  }, target.intervalMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await Promise.race([last.then(() => send(LAST_MS)), patience()]);
  };
};

const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LAST_MS).unref());
