import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judge } from '../scripts/conformance/judge.ts';
import { REVISIONS } from '../scripts/conformance/play-suite.ts';
import { NOT_APPLICABLE } from '../scripts/conformance/scenarios.ts';

const page = readFileSync(join(import.meta.dirname, '../docs/conformance.md'), 'utf8');
const success = { id: 'a', status: 'SUCCESS' } as const;
const failure = { id: 'a', status: 'FAILURE', errorMessage: 'too late' } as const;
const listed = Object.keys(NOT_APPLICABLE['2025-11-25']);

const judged = (named: string[], checks: Record<string, (typeof success | typeof failure)[]>) =>
  judge('2025-11-25', [...named, ...listed], {
    hone: Object.entries(checks).map(([scenario, of]) => ({ scenario, checks: of })),
    door: [],
  }).filter(({ wrong }) => wrong.length > 0);

describe('the page about conformance', () => {
  it.each(REVISIONS)('says of each scenario that does not apply in %s why', (revision) => {
    const part = page.split('## Revision ').find((text) => text.startsWith(revision)) ?? '';
    for (const [scenario, why] of Object.entries(NOT_APPLICABLE[revision])) {
      expect(part).toContain(`| ${scenario} | ${why} |`);
    }
  });
});

describe('the judgement of a run', () => {
  it('is content with a scenario that passes, and with those that do not apply', () => {
    expect(judged(['ping'], { ping: [success] })).toEqual([]);
  });

  it('names a scenario that fails, one that nobody played, and one that applies after all', () => {
    expect(judged(['ping', 'brand-new'], { ping: [success, failure], 'logging-set-level': [success] })).toMatchObject([
      { scenario: 'ping', wrong: ['a: too late'] },
      { scenario: 'brand-new', wrong: ['nothing of it was checked'] },
      { scenario: 'logging-set-level', wrong: [expect.stringContaining('take it off the list')] },
    ]);
  });

  it('names a scenario of the list that no revision has', () => {
    const verdicts = judge('2025-11-25', ['ping'], { hone: [{ scenario: 'ping', checks: [success] }], door: [] });
    expect(verdicts.filter(({ wrong }) => wrong.length > 0).map(({ scenario }) => scenario)).toEqual(listed);
  });
});
