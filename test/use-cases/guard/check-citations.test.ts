import { describe, expect, it } from 'vitest';
import { checkCitations } from '../../../src/use-cases/guard/check-citations.ts';

describe('checkCitations', () => {
  it.each([
    '../../../../etc/passwd',
    '/etc/shadow',
    '..\\..\\win.ini',
    'src/%2e%2e/%2e%2e/secret',
    'file:///etc/hosts',
    'a/..',
    '~/.ssh/x',
  ])('refuses %s', (path) => {
    expect(() => checkCitations([{ path: 'src/a.ts' }, { path }])).toThrow('`citations[1].path`');
  });

  it.each(['src/net/backoff.ts', 'a/..b/c...d', '.github/workflows/ci.yml', 'docs/a b.md'])('takes %s', (path) => {
    expect(() => checkCitations([{ path }])).not.toThrow();
  });
});
