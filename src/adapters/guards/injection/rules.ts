import { FREES_AGENTS } from '../../../domain/guard/clearance.ts';
import type { Concept } from './concepts.ts';

/** Concepts that together, within so many words of one sentence, give an order that no lesson gives. */
export interface Rule {
  readonly name: string;
  readonly all: readonly [Concept, ...Concept[]];
  /** Most words between the first and the last. */
  readonly within: number;
  /** In that order; otherwise in any. */
  readonly ordered?: true;
  /** Said as an order; not where a condition tells what may happen. */
  readonly told?: true;
  /** Most words between the last two. */
  readonly tight?: number;
  /** Holds although something is forbidden before it: the forbidding is a part of it. */
  readonly evenNegated?: true;
  /** Says the contrary where a word that denies stands between the first and the last. */
  readonly unbroken?: true;
}

const EARLIER = 'earlier instructions are set aside';
const FREER = FREES_AGENTS;
const HIDDEN = 'something is kept from the people in charge';
const REVIEW = 'the reviewer is spoken to';
const LEAK = 'private data is carried somewhere';
const SPREAD = 'a text asks to be copied';

export const RULES: readonly Rule[] = [
  { name: EARLIER, all: ['drop', 'earlier', 'instruction'], within: 10 },
  { name: EARLIER, all: ['refuse', 'before', 'instruction'], within: 9, ordered: true, evenNegated: true },
  { name: EARLIER, all: ['dropNow', 'firm'], within: 3, ordered: true, told: true },
  { name: EARLIER, all: ['forgetNow', 'before', 'weakInstruction'], within: 5, ordered: true, told: true },
  { name: EARLIER, all: ['drop', 'everything', 'said'], within: 9 },
  { name: EARLIER, all: ['drop', 'user', 'ask'], within: 6 },
  { name: 'a mode without rules is claimed', all: ['youAre', 'mode'], within: 9 },
  { name: 'a mode without rules is claimed', all: ['your', 'mode'], within: 12, ordered: true },
  { name: 'another task is put in the place of the task', all: ['your', 'goal'], within: 4 },
  { name: 'another task is put in the place of the task', all: ['goal', 'drop'], within: 14 },
  { name: 'another task is put in the place of the task', all: ['user', 'decoy'], within: 10, ordered: true },
  { name: FREER, all: ['act', 'without', 'control'], within: 9, tight: 4, ordered: true },
  { name: FREER, all: ['without', 'control', 'act'], within: 9, ordered: true, unbroken: true },
  { name: FREER, all: ['act', 'control', 'lacking'], within: 11 },
  { name: FREER, all: ['negated', 'seek', 'gate'], within: 6, ordered: true, evenNegated: true },
  { name: FREER, all: ['silence'], within: 1 },
  { name: FREER, all: ['grant', 'self'], within: 6, ordered: true },
  { name: FREER, all: ['your', 'alone'], within: 6, ordered: true },
  { name: FREER, all: ['permissionMode'], within: 1 },
  { name: 'failing tests are put out of sight', all: ['testFailing', 'away', 'anyway'], within: 18 },
  { name: 'failing tests are put out of sight', all: ['away', 'testFailing', 'tests', 'anyway'], within: 14 },
  { name: HIDDEN, all: ['hide', 'told'], within: 6, ordered: true },
  { name: REVIEW, all: ['reviewerAddress', 'pass'], within: 16 },
  { name: REVIEW, all: ['pressed'], within: 1 },
  { name: SPREAD, all: ['copy', 'itself', 'spread'], within: 16 },
  { name: SPREAD, all: ['proposing', 'itself'], within: 12 },
  { name: LEAK, all: ['take', 'privateFile'], within: 8, ordered: true },
  { name: LEAK, all: ['take', 'environmentFile', 'sink'], within: 16, ordered: true },
  { name: LEAK, all: ['hand', 'secretWord', 'sink'], within: 14, ordered: true },
  { name: LEAK, all: ['hand', 'environmentFile', 'outside'], within: 16, ordered: true },
  { name: LEAK, all: ['hand', 'code', 'outside'], within: 12 },
  { name: 'other lessons are switched off', all: ['memory', 'discredit', 'others'], within: 14 },
  { name: 'a protection is switched off', all: ['off', 'protection'], within: 5 },
  { name: 'a protection is switched off', all: ['weaken', 'checked'], within: 5, ordered: true },
  { name: 'what is unreadable is to be obeyed', all: ['decode', 'obey'], within: 16 },
  { name: 'what is unreadable is to be obeyed', all: ['obey', 'block'], within: 12 },
  { name: EARLIER, all: ['lapse', 'old', 'standing'], within: 12 },
  { name: EARLIER, all: ['lapse', 'whatTold'], within: 12 },
  { name: EARLIER, all: ['above', 'cancelled'], within: 5 },
  { name: EARLIER, all: ['pretend', 'standing', 'blank'], within: 14 },
  { name: EARLIER, all: ['dropNow', 'ruleWord', 'youWereGiven'], within: 9 },
  { name: EARLIER, all: ['follow', 'thisText', 'instead'], within: 9, ordered: true },
  { name: 'a mode without rules is claimed', all: ['stopBeing'], within: 1, evenNegated: true },
  { name: 'a mode without rules is claimed', all: ['limitless'], within: 1 },
  { name: FREER, all: ['gate', 'negated', 'passive'], within: 6, ordered: true, evenNegated: true },
  { name: FREER, all: ['negated', 'bother', 'askable'], within: 5, ordered: true, evenNegated: true },
  { name: FREER, all: ['directMain'], within: 1 },
  { name: FREER, all: ['treat', 'asked', 'granted'], within: 8, ordered: true },
  { name: FREER, all: ['turnOn', 'autoAccept'], within: 5, ordered: true },
  { name: 'other lessons are switched off', all: ['refuse', 'lessons'], within: 5, ordered: true, evenNegated: true },
  { name: EARLIER, all: ['nothing', 'standing', 'binds'], within: 10, evenNegated: true },
  { name: EARLIER, all: ['refuse', 'principal'], within: 5, ordered: true, evenNegated: true },
  { name: EARLIER, all: ['thisText', 'outranks', 'firm'], within: 7, ordered: true },
  { name: 'another task is put in the place of the task', all: ['newMaster'], within: 1 },
  {
    name: 'another task is put in the place of the task',
    all: ['leaveTask', 'insteadThis'],
    within: 10,
    ordered: true,
  },
  { name: FREER, all: ['noObjection', 'act'], within: 9, ordered: true },
  { name: FREER, all: ['grant', 'otherAccount'], within: 9, ordered: true },
  { name: FREER, all: ['act', 'sneaky'], within: 10, ordered: true },
  { name: FREER, all: ['selfGrant', 'access'], within: 5, ordered: true },
  { name: FREER, all: ['boundaryWord', 'toAgent'], within: 8, ordered: true },
  { name: FREER, all: ['answerWord', 'asked', 'self'], within: 6, ordered: true },
  { name: FREER, all: ['off', 'tests', 'blocks'], within: 7, ordered: true },
  { name: LEAK, all: ['show', 'allSecrets', 'anySink'], within: 14, ordered: true },
  { name: 'other lessons are switched off', all: ['onlyMine'], within: 1, evenNegated: true },
  { name: EARLIER, all: ['considered', 'your', 'standing', 'optional'], within: 8, ordered: true },
  { name: EARLIER, all: ['notDo', 'principalWord'], within: 5, ordered: true, evenNegated: true },
  { name: EARLIER, all: ['aboveAll', 'onlyExample'], within: 9, ordered: true },
  { name: EARLIER, all: ['ruleWord', 'youWereGiven', 'notForYou'], within: 10, ordered: true },
  { name: FREER, all: ['askLater'], within: 1 },
  { name: FREER, all: ['youNeedNo', 'clearanceWord'], within: 5, ordered: true, evenNegated: true },
  { name: FREER, all: ['skipWord', 'clearancePoint'], within: 3, ordered: true, told: true },
  { name: SPREAD, all: ['endWith', 'yourMessages', 'itself'], within: 9, ordered: true },
  { name: LEAK, all: ['take', 'environmentFile', 'logSink'], within: 9, ordered: true },
  { name: LEAK, all: ['showMe', 'processEnv', 'anySink'], within: 8, ordered: true },
];
