import { type Check, type Played, type Revision, SKILL_SCENARIOS } from './play-suite.ts';
import { NOT_APPLICABLE, WITH_FIXTURES } from './scenarios.ts';

/** Sent by the suite with every scenario, whatever the server can. */
const EVERYWHERE = 'wire-schema-valid';

export interface Verdict {
  readonly scenario: string;
  /** Absent for one that does not apply. */
  readonly against?: 'hone' | 'door';
  readonly passed: number;
  /** Ids of checks that the suite only recommends. */
  readonly warned: readonly string[];
  /** What is wrong, in words; empty: nothing. */
  readonly wrong: readonly string[];
  readonly why?: string;
}

const count = (checks: readonly Check[], status: Check['status']): number =>
  checks.filter((check) => check.status === status).length;

const wordsOf = ({ id, errorMessage }: Check): string => `${id}: ${errorMessage ?? 'failed'}`;

/** Judges every scenario that a revision names: each must pass, or stand in the list of those that do not apply and not pass. */
export const judge = (
  revision: Revision,
  named: readonly string[],
  { hone, door }: { readonly hone: readonly Played[]; readonly door: readonly Played[] },
): Verdict[] => {
  const skills = revision === '2026-07-28' ? SKILL_SCENARIOS : [];
  const listed = Object.keys(NOT_APPLICABLE[revision]).filter((one) => !named.includes(one));
  const unknown = listed.map((scenario) => verdict(scenario, { wrong: ['stands in the list, and in no revision'] }));
  return [
    ...[...named, ...skills].map((scenario) => {
      const against = WITH_FIXTURES.has(scenario) ? 'door' : 'hone';
      const played = (against === 'door' ? door : hone).find((one) => one.scenario === scenario);
      const checks = played?.checks.filter(({ id }) => id !== EVERYWHERE) ?? [];
      const why = NOT_APPLICABLE[revision][scenario];
      return why === undefined ? judgeOne(scenario, against, checks) : judgeListed(scenario, why, checks);
    }),
    ...unknown,
  ];
};

const verdict = (scenario: string, rest: Partial<Verdict>): Verdict => ({
  scenario,
  passed: 0,
  warned: [],
  wrong: [],
  ...rest,
});

const judgeOne = (scenario: string, against: 'hone' | 'door', checks: readonly Check[]): Verdict => {
  const failed = checks.filter(({ status }) => status === 'FAILURE').map(wordsOf);
  const passed = count(checks, 'SUCCESS');
  return verdict(scenario, {
    against,
    passed,
    warned: checks.filter(({ status }) => status === 'WARNING').map(({ id }) => id),
    wrong: passed === 0 && failed.length === 0 ? ['nothing of it was checked'] : failed,
  });
};

const judgeListed = (scenario: string, why: string, checks: readonly Check[]): Verdict => {
  const passes = count(checks, 'SUCCESS') > 0 && count(checks, 'FAILURE') + count(checks, 'WARNING') === 0;
  return verdict(scenario, { why, wrong: passes ? ['passes, so it applies: take it off the list'] : [] });
};
