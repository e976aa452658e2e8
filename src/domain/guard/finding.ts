/** Which guard speaks: instruction-shaped text, dangerous commands and links, or what only a reviewer can weigh. */
export type GuardName = 'injection' | 'commands' | 'notice';

/** What a guard found, for the reviewer. It names a place and a rule; the text itself is never in it. */
export interface Finding {
  readonly guard: GuardName;
  /** In words, such as `earlier instructions are set aside`. */
  readonly rule: string;
  /** The field, or the fields that it runs across. */
  readonly field: string;
}

/** Notices are shown; everything else holds the text back. */
export const holds = (finding: Finding): boolean => finding.guard !== 'notice';

export const findingWords = ({ guard, rule, field }: Finding): string => `${guard}: ${rule} (in ${field})`;
