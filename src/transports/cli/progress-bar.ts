import type { Writable } from 'node:stream';
import { MultiBar, Presets, type SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number): void;
  /** A line that stays, above the bar where there is one. */
  line(words: string): void;
  stop(): void;
}

/** A bar on a terminal's stderr. Elsewhere no bar, and lines go to `plainLine`. */
export const progressBar = (
  stream: Writable & { readonly isTTY?: boolean },
  what: string,
  plainLine: (words: string) => void = () => {},
): Progress => {
  if (stream.isTTY !== true) return { update: () => {}, line: plainLine, stop: () => {} };
  const bars = new MultiBar(
    { stream, format: `${what} {bar} {value}/{total} · {eta_formatted} left`, clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  );
  let bar: SingleBar | null = null;
  return {
    update: (done, total) => {
      bar ??= bars.create(total, 0);
      bar.setTotal(total);
      bar.update(done);
    },
    line: (words) => bars.log(`${words}\n`),
    stop: () => bars.stop(),
  };
};
