import type { Services } from '../services.ts';

/** Personal data of one input under numbered names: the same value has the same name in all its texts. */
export class Pseudonyms {
  readonly #services: Services;
  readonly #names = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(services: Services) {
    this.#services = services;
  }

  /** The text with what is personal in it named, such as `[e-mail 1]`. */
  async in(text: string): Promise<string> {
    const spans = await this.#services.guard.findPersonalData(text);
    let named = '';
    let last = 0;
    for (const { kind, from, to } of spans) {
      named += text.slice(last, from) + this.#nameOf(kind, text.slice(from, to));
      last = to;
    }
    return named + text.slice(last);
  }

  #nameOf(kind: string, value: string): string {
    const key = `${kind} ${value.toLowerCase()}`;
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const name = `[${kind} ${count}]`;
    this.#names.set(key, name);
    return name;
  }
}
