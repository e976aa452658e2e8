/** What only a person can weigh: shown beside the lesson, and no reason to hold it. */
export const NOTICES: readonly { readonly rule: string; readonly pattern: RegExp }[] = [
  {
    rule: 'claims authority',
    pattern:
      /\b(?:ciso|cto|ceo|compliance|legal (?:team|department)|security (?:policy|team)|per policy|by order of|administrators?|management|head of|audit(?:ors)?|certified|mandated|signed off|vendor(?:s)? (?:requires?|recommends?)|(?:has been|was|is) approved|approved by|state: ?active|role ?= ?\w|confidence: ?[01]|verified by|verified_by|votes: ?\d)\b/u,
  },
  {
    rule: 'presses for haste',
    pattern: /\b(?:urgent(?:ly)?|immediately|asap|no time to|right now|at once|emergency)\b/u,
  },
  {
    rule: 'waits for a date',
    pattern:
      /\b(?:from|after|starting|as of|beginning|until|on) (?:\d{1,2}\.? )?(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\b(?:from|after|starting|as of|until|on) \d{4}-\d{2}-\d{2}|\bon weekends\b|\bat night\b/u,
  },
  {
    rule: 'holds a command',
    pattern:
      /(?:^|[\s`(])(?:npm|npx|pnpm|yarn|pip|cargo|go|git|docker|kubectl|terraform|make|bash|sh|curl|wget|sudo|aws|gcloud|psql|ssh) [a-z-]/u,
  },
  { rule: 'holds an address', pattern: /\bhttps?:\/\//u },
];
