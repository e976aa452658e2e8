import type { Match } from './match-rules.ts';

/** A line that calls whoever reviews by their office, and asks them to let something pass. */
const CALLED =
  /(?:^|\n)\s{0,4}(?:dear |hello |hi |attention |note to )?(?:the )?(?:human |ai )?(?:reviewers?|moderators?|approvers?|maintainers?|judges?|graders?)\s{0,2}[:,!]\s[^\n]{0,100}\b(?:accept|approve|pass|lgtm|release|let (?:it|this) (?:through|in)|wave)\b/gu;

export const findAddressed = (text: string): Match[] =>
  Array.from(text.matchAll(CALLED), (match) => ({
    rule: 'the reviewer is spoken to',
    from: match.index,
    to: match.index + match[0].length,
  })).slice(0, 1);
