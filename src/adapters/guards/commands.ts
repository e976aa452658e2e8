import { DESTROYING_RULES } from './commands/destroying.ts';
import { PERSISTING_RULES } from './commands/persisting.ts';
import { RUNNING_RULES } from './commands/running.ts';
import { SENDING_RULES } from './commands/sending.ts';
import { SUPPLYING_RULES } from './commands/supplying.ts';
import { UNPACKING_RULES } from './commands/unpacking.ts';
import { WEAKENING_RULES } from './commands/weakening.ts';
import type { PlacedFinding } from './injection.ts';
import type { TextForm } from './text-forms.ts';

const COMMAND_RULES = [
  ...RUNNING_RULES,
  ...UNPACKING_RULES,
  ...DESTROYING_RULES,
  ...PERSISTING_RULES,
  ...WEAKENING_RULES,
  ...SENDING_RULES,
  ...SUPPLYING_RULES,
];

/** What stands before a command that a lesson forbids, looks for or explains. */
const FORBIDS =
  /\b(?:never|not|don't|doesn't|mustn't|shouldn't|can't|cannot|won't|avoid|without|no|nobody|stop|instead of|rather than|forbid\w{0,4}|prohibit\w{0,3}|ban(?:ned|s)?|flag\w{0,4}|reject\w{0,3}|refuse\w{0,3}|block\w{0,3}|detect\w{0,3}|replace\w{0,3}|remove\w{0,3}|deny|denies|catch\w{0,3}|lint\w{0,3}|warn\w{0,3}|prevent\w{0,3}|keep|wrong|bad|dangerous|incident|caused|broke|escape\w{0,3}|nie|niemals|kein\w{0,2}|nicht|nunca|jamais|test name)\b[^.\n;]{0,90}$/u;
const TURNS_ROUND = /\b(?:not|don't|never) (?:hesitate|forget|fail|mind|worry|be afraid|wait)\b/u;
/** What stands behind one that is only named. */
const NAMED_AFTER =
  /^[^.\n]{0,60}\b(?:(?:is|are|was|were) (?:forbidden|not allowed|banned|prohibited|dangerous|wrong|blocked|never|rejected|refused|a known)|verboten|untersagt|nicht erlaubt|regel-?bruch|prohibido|interdit)\b/u;

/** Commands that run what they download, destroy, persist, switch protections off or send data away; addresses with a place for data. */
export const findCommands = (form: TextForm): PlacedFinding[] => {
  const { text } = form;
  const found = new Map<string, PlacedFinding>();
  for (const { name, needs, pattern } of COMMAND_RULES) {
    if (found.has(name) || !needs.some((part) => text.includes(part))) continue;
    for (const match of text.matchAll(pattern)) {
      if (isNamed(text, match.index, match.index + match[0].length)) continue;
      found.set(name, { guard: 'commands', rule: name, at: form.start(match.index) });
      break;
    }
  }
  return [...found.values()];
};

/** A paragraph that is labelled as what went wrong. */
const WRONG_PARAGRAPH =
  /(?:^|\n)[^\p{L}\n]{0,8}(?:fehler|falsch|wrong|mistake|bad|anti-?pattern|don't|never)[^\p{L}\n]{0,4}[:：][^\n]{0,300}$/u;

const isNamed = (text: string, from: number, to: number): boolean => {
  if (WRONG_PARAGRAPH.test(text.slice(Math.max(0, from - 320), from))) return true;
  const before = text.slice(Math.max(0, from - 120), from);
  if (FORBIDS.test(before) && !TURNS_ROUND.test(before)) return true;
  return NAMED_AFTER.test(text.slice(to, to + 100));
};
