import type { DemoCorrection } from './demo-corrections.ts';

/**
 * Which corrections belong together: those that name the same change, or name each other, directly or through others. Only what
 * was added before is known, as it was at that time.
 */
export class CorrectionChains {
  readonly #above = new Map<string, string>();
  readonly #seen: DemoCorrection[] = [];

  /** Earlier corrections of the change that `next` corrects. */
  earlier(next: DemoCorrection): DemoCorrection[] {
    const roots = new Set(next.links.map((link) => this.#root(link)));
    return this.#seen.filter((one) => roots.has(this.#root(one.id)));
  }

  add(correction: DemoCorrection): void {
    for (const link of correction.links) {
      const root = this.#root(link);
      if (root !== this.#root(correction.id)) this.#above.set(root, this.#root(correction.id));
    }
    this.#seen.push(correction);
  }

  /** The newest `count`, whatever they are about: what a list of recent corrections would show. */
  newest(count: number): readonly DemoCorrection[] {
    return this.#seen.slice(-count);
  }

  #root(id: string): string {
    let root = id;
    for (let above = this.#above.get(root); above !== undefined; above = this.#above.get(root)) root = above;
    return root;
  }
}
