export type FieldName =
  | 'when'
  | 'situation'
  | 'rule'
  | 'fix'
  | 'mistake'
  | 'why'
  | 'not_when'
  | 'example'
  | 'path'
  | 'date'
  | 'hits'
  | 'evidence';

/** What teams write before a field, in English and German; letters compared without case. */
const WORDS: Readonly<Record<FieldName, readonly string[]>> = {
  when: ['when', 'use when', 'when to use', 'applies when', 'wann', 'wenn'],
  situation: [
    ...['situation', 'context', 'problem', 'symptom', 'scenario', 'what happened', 'issue', 'incident', 'challenge'],
    ...['trigger', 'kontext', 'was passiert ist', 'szenario', 'auslöser'],
  ],
  rule: [
    ...['rule', 'key rule', 'lesson', 'lesson learned', 'lessons learned', 'how to apply', 'prevention', 'practice'],
    ...['best practice', 'recommendation', 'guidance', 'takeaway', 'next time', 'do instead', 'going forward'],
    ...['regel', 'regel fuer die zukunft', 'regel für die zukunft', 'lehre', 'lektion', 'vorbeugung'],
  ],
  fix: ['fix', 'solution', 'resolution', 'correction', 'right', 'workaround', 'korrektur', 'lösung', 'loesung'],
  mistake: [
    'mistake',
    'wrong',
    'what went wrong',
    'anti-pattern',
    'fehler',
    'fehler → korrektur',
    'fehler -> korrektur',
  ],
  why: [
    ...['why', 'reason', 'root cause', 'cause', 'rationale', 'because', 'insight', 'key insight', 'discovery'],
    ...['impact', 'warum', 'grund', 'ursache', 'begründung', 'erkenntnis', 'prozess-erkenntnis'],
  ],
  not_when: [
    ...['not when', 'not_when', 'not if', 'unless', 'except', 'exception', 'exceptions', 'does not apply'],
    ...['counterexample', 'nicht wenn', 'nicht wann', 'ausnahme', 'ausnahmen'],
  ],
  example: ['example', 'examples', 'example task', 'example tasks', 'beispiel', 'beispiele'],
  path: ['path', 'paths', 'file', 'files', 'globs', 'pfad', 'pfade', 'datei', 'dateien'],
  date: ['date', 'added', 'learned on', 'datum'],
  hits: ['hits', 'hit count', 'occurrences', 'treffer'],
  evidence: ['evidence', 'beleg', 'belege'],
};

const FIELD_OF = new Map<string, FieldName>(
  Object.entries(WORDS).flatMap(([field, words]) => words.map((word) => [word, field as FieldName] as const)),
);

export interface Label {
  readonly field: FieldName;
  /** What stood behind the word in the label itself: the "caller missed" of `Mistake 2 — caller missed:`. */
  readonly detail: string;
}

/** The field that a label names, or null. `The problem`, `Rule 2` and `Mistake 2 — which one` are understood. */
export const readLabel = (label: string): Label | null => {
  const [head = '', ...rest] = label.split(/\s+[—–-]\s+/u);
  const word = head
    .trim()
    .toLowerCase()
    .replace(/^the\s+/u, '')
    .replace(/\s*\(?#?\d+\)?$/u, '')
    .replace(/\s*\([^)]*\)$/u, '')
    .replace(/\s+/gu, ' ');
  const field = FIELD_OF.get(word);
  return field === undefined ? null : { field, detail: rest.join(' — ').trim() };
};
