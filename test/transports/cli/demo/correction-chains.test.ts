import { describe, expect, it } from 'vitest';
import { CorrectionChains } from '../../../../src/transports/cli/demo/correction-chains.ts';
import type { DemoCorrection } from '../../../../src/transports/cli/demo/demo-corrections.ts';

const correction = (id: string, ...links: string[]): DemoCorrection => ({
  id,
  t: 0,
  subject: id,
  body: '',
  files: [],
  links,
  corrected: [],
});
const ids = (list: readonly DemoCorrection[]): string[] => list.map((one) => one.id);

describe('CorrectionChains', () => {
  it('knows the earlier corrections of the same change', () => {
    const chains = new CorrectionChains();
    chains.add(correction('a', 'change'));
    chains.add(correction('b', 'other'));
    expect(ids(chains.earlier(correction('c', 'change')))).toEqual(['a']);
  });

  it('follows a correction of a correction, and one that joins two changes', () => {
    const chains = new CorrectionChains();
    chains.add(correction('a', 'one'));
    chains.add(correction('b', 'a'));
    expect(ids(chains.earlier(correction('c', 'b')))).toEqual(['a', 'b']);
    chains.add(correction('d', 'two', 'one'));
    expect(ids(chains.earlier(correction('e', 'two')))).toEqual(['a', 'b', 'd']);
  });

  it('knows nothing before it was added, and nothing of itself', () => {
    const chains = new CorrectionChains();
    expect(chains.earlier(correction('a', 'one'))).toEqual([]);
    expect(chains.newest(3)).toEqual([]);
  });
});
