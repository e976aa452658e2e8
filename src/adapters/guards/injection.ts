import type { Finding } from '../../domain/guard/finding.ts';
import { findAddressed } from './injection/addressed.ts';
import { findForgedTurns } from './injection/forged-turns.ts';
import { findGlued } from './injection/glued.ts';
import { findHiddenMarkup } from './injection/hidden-markup.ts';
import { matchLanguages } from './injection/match-languages.ts';
import { type Match, matchRules } from './injection/match-rules.ts';
import { NOTICES } from './injection/notices.ts';
import { sentencesOf } from './injection/sentences.ts';
import type { TextForm } from './text-forms.ts';

export interface PlacedFinding extends Omit<Finding, 'field'> {
  /** Offset in the source text. */
  readonly at: number;
}

/** Text that speaks to an agent or a reviewer, against the user, the rules, the review or the people in charge. */
export const findInjection = (form: TextForm): PlacedFinding[] =>
  matchesIn(form.text).map(({ rule, from }) => ({ guard: 'injection', rule, at: form.start(from) }));

const matchesIn = (text: string): Match[] => [
  ...sentencesOf(text).flatMap(matchRules),
  ...findAddressed(text),
  ...findGlued(text),
  ...matchLanguages(text),
  ...findForgedTurns(text),
  ...findHiddenMarkup(text),
];

/** What a reviewer should see of a text that is taken. */
export const findNotices = (form: TextForm): PlacedFinding[] =>
  NOTICES.flatMap(({ rule, pattern }) => {
    const at = form.text.search(pattern);
    return at < 0 ? [] : [{ guard: 'notice', rule, at: form.start(at) }];
  });
