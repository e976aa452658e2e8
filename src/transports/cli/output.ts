import type { Writable } from 'node:stream';
import pc from 'picocolors';
import { jsonLine } from './json-line.ts';
import { plainText } from './plain-text.ts';

export interface OutputSettings {
  readonly stdout: Writable & { readonly columns?: number };
  readonly stderr: Writable;
  /** False with NO_COLOR or without a terminal. */
  readonly color: boolean;
}

/** The only writer of stdout: data there, words on stderr. */
export interface Output {
  /** True with `--json`: then data is one line of JSON. */
  readonly json: boolean;
  /** Colours, or none. Paint only your own words; stored text goes through `show` first. */
  readonly paint: ReturnType<typeof pc.createColors>;
  /** Width of the terminal in cells, 80 where there is none. */
  readonly columns: number;
  /** The answer of a command: `value` as JSON, or what `words` makes of it. */
  result(value: unknown, words: () => string): void;
  /** Words that are the answer themselves, such as help. */
  text(words: string): void;
  /** Something for the person, on stderr; nothing with `--json`. */
  note(words: string): void;
  /** Something for the person, on stderr, in any case. */
  complain(words: string): void;
  /** Stored text made harmless for a terminal, on one line. */
  show(text: string): string;
}

export class TerminalOutput implements Output {
  json = false;
  readonly paint: ReturnType<typeof pc.createColors>;
  readonly #settings: OutputSettings;

  constructor(settings: OutputSettings) {
    this.#settings = settings;
    this.paint = pc.createColors(settings.color);
  }

  get columns(): number {
    return this.#settings.stdout.columns ?? 80;
  }

  result(value: unknown, words: () => string): void {
    const text = this.json ? jsonLine(value) : words();
    if (text !== '') this.#settings.stdout.write(`${text}\n`);
  }

  text(words: string): void {
    this.#settings.stdout.write(words);
  }

  note(words: string): void {
    if (!this.json) this.complain(words);
  }

  complain(words: string): void {
    this.#settings.stderr.write(`${words}\n`);
  }

  show(text: string): string {
    return plainText(text).replace(/\s+/gu, ' ').trim();
  }
}
