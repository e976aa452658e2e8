import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundaryFor } from '../../src/domain/boundary.ts';
import { type BoundaryRule, DEFAULT_WORKFLOW, PERMISSIONS, type Workflow } from '../../src/domain/workflow.ts';

const workflow = (...boundary: BoundaryRule[]): Workflow => ({
  ...DEFAULT_WORKFLOW,
  name: 'w',
  owner: 'team',
  boundary,
});
const may = (one: Workflow, ...paths: string[]) => boundaryFor([one], paths).map((answer) => answer.may);

const strict = workflow(
  { paths: ['src/**', '**/*.md'], may: 'agent' },
  { paths: ['src/payments/**', 'migrations/**'], may: 'checkpoint', because: 'money' },
  { paths: ['infra/**', '.github/**', 'src/payments/keys.ts'], may: 'human_only', because: 'production access' },
);

describe('a boundary', () => {
  it('lets the most restrictive matching rule win; no match is a checkpoint', () => {
    expect(may(strict, 'src/a.ts', 'src/payments/a.ts', 'src/payments/keys.ts', 'infra/x.tf', 'build.gradle')).toEqual([
      'agent',
      'checkpoint',
      'human_only',
      'human_only',
      'checkpoint',
    ]);
    expect(boundaryFor([strict], ['src/payments/a.ts', 'x'])).toEqual([
      { path: 'src/payments/a.ts', may: 'checkpoint', owner: 'team', because: 'money' },
      { path: 'x', may: 'checkpoint', owner: 'team', because: 'no rule of the workflow names this path' },
    ]);
  });

  it.each([
    ['dots', 'src/../infra/main.tf', 'human_only'],
    ['dots at the start', './infra/main.tf', 'human_only'],
    ['backslashes', 'infra\\main.tf', 'human_only'],
    ['letters of the other case', 'INFRA/main.tf', 'human_only'],
    ['an absolute path', '/home/ann/app/infra/main.tf', 'human_only'],
    ['a drive', 'C:\\app\\infra\\main.tf', 'human_only'],
    ['a way out and in again', '../app/infra/main.tf', 'human_only'],
    ['the folder itself', 'infra', 'human_only'],
    ['a glob', 'infra/*', 'human_only'],
    ['the whole project', '.', 'human_only'],
    ['a folder that holds it', 'src/payments', 'human_only'],
    ['an absolute path of what is allowed', '/home/ann/app/src/a.ts', 'checkpoint'],
    ['letters of the other case of what is allowed', 'SRC/a.ts', 'checkpoint'],
    ['a decomposed letter', 'infra/u\u0308.tf', 'human_only'],
  ])('is not got round by %s', (_, path, expected) => {
    expect(may(strict, path)).toEqual([expected]);
  });

  it('that is not declared allows everything', () => {
    expect(may(DEFAULT_WORKFLOW, 'a', '/etc/passwd', '.')).toEqual(['agent', 'agent', 'agent']);
  });

  it('of several workflows is the strictest of them', () => {
    const loose = workflow({ paths: ['**'], may: 'agent' });
    expect(boundaryFor([loose, strict], ['infra/x', 'src/a.ts']).map((one) => one.may)).toEqual([
      'human_only',
      'agent',
    ]);
  });

  it('never becomes looser by one more restricting rule', () => {
    const segment = fc.constantFrom('src', 'infra', 'a.ts', '..', '.', '*', '**', '');
    const path = fc.array(segment, { maxLength: 5 }).map((parts) => parts.join('/'));
    const rule = fc.record({
      paths: fc.array(path, { minLength: 1, maxLength: 3 }),
      may: fc.constantFrom(...PERMISSIONS),
    });
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), rule, path, (rules, added, given) => {
        const more = { ...added, may: 'human_only' as const };
        const [before, after] = [workflow(...rules), workflow(...rules, more)].map((one) => may(one, given)[0]);
        // Without a rule nothing is declared, so everything is free.
        if (rules.length === 0) return;
        expect(PERMISSIONS.indexOf(after ?? 'agent')).toBeGreaterThanOrEqual(PERMISSIONS.indexOf(before ?? 'agent'));
      }),
    );
  });
});
