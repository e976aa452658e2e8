import { type Finding, holds } from './finding.ts';

/** Findings that one person may not clear alone: they run something, or take the human out. */
export const FREES_AGENTS = 'an agent is told to act without a human';

const PEOPLE = 2;

/** True when two people, neither of them the author, must let the text through. */
export const needsTwoPeople = (findings: readonly Finding[]): boolean =>
  findings.some((one) => holds(one) && (one.guard === 'commands' || one.rule === FREES_AGENTS));

/** People still to be asked, given who cleared the version so far. */
export const peopleMissing = (author: string, by: readonly string[]): number =>
  Math.max(0, PEOPLE - new Set(by.filter((name) => name !== author)).size);
