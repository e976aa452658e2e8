import { anyIs, CHANGED_FACTOR, type CheckedCitation } from '../../domain/citation.ts';
import { type Calibration, confidenceAt } from '../../domain/learning/calibration.ts';
import { isOfOrganisation } from '../../domain/organisation.ts';
import type { RecalledLesson } from '../../domain/recall.ts';
import { explain } from '../../domain/retrieval/explain.ts';
import type { Choice } from '../../domain/retrieval/selection.ts';
import { tokenCount } from '../../domain/text/token-count.ts';
import type { Ranked } from './adjust.ts';
import type { Analysis } from './analyse.ts';

/** State, numbers and provenance around the words of a lesson. */
const FRAME_TOKENS = 30;

const words = ({ lesson }: Ranked, detailed: boolean): string =>
  [lesson.when, lesson.rule, lesson.not_when ?? '', detailed ? (lesson.why ?? '') : ''].join('\n');

export const toChoice = (ranked: Ranked, sure: boolean, detailed: boolean): Choice => ({
  id: ranked.lesson.lesson_id,
  score: ranked.score,
  sure,
  state: ranked.lesson.state,
  runId: ranked.lesson.run_id ?? null,
  author: ranked.lesson.provenance.author,
  terms: ranked.terms,
  tokens: FRAME_TOKENS + tokenCount(words(ranked, detailed)),
});

/** A lesson as an agent sees it; `detailed` adds why it came and what it rests on. */
export const toRecalledLesson = (
  ranked: Ranked,
  analysis: Analysis,
  { calibration, detailed }: { calibration: Calibration | null; detailed: boolean },
): RecalledLesson => {
  const { lesson } = ranked;
  return {
    lesson_id: lesson.lesson_id,
    when: lesson.when,
    rule: lesson.rule,
    ...(lesson.not_when === undefined ? {} : { not_when: lesson.not_when }),
    ...(lesson.why === undefined ? {} : { why: lesson.why }),
    state: lesson.state === 'provisional' ? 'provisional' : 'active',
    confidence: confidenceAt(calibration, ranked.certainty),
    helped: lesson.helped,
    harmed: lesson.harmed,
    ...(lesson.citations.length === 0 ? {} : { citations: shownCitations(ranked) }),
    provenance: lesson.provenance,
    ...(isOfOrganisation(lesson) ? { organisation: true as const } : {}),
    ...(detailed ? { matched: [...matched(ranked, analysis), ...staleness(ranked)] } : {}),
  };
};

const staleness = ({ citations }: Ranked): string[] =>
  citations !== null && anyIs(citations, 'changed') ? [`what it cites changed: ×${CHANGED_FACTOR}`] : [];

/** As they stand now where that can be seen; hashes are nobody's reading. */
const shownCitations = ({ lesson, citations }: Ranked): CheckedCitation[] =>
  (citations ?? lesson.citations).map(({ hash: _, ...citation }: CheckedCitation) => citation);

const matched = (ranked: Ranked, analysis: Analysis): string[] =>
  explain({
    query: ranked.query,
    aspects: analysis.aspects.flatMap((part, i) => {
      const match = ranked.aspects[i];
      return match === undefined ? [] : [{ text: part.text, match }];
    }),
    sharedWords: [...new Set(analysis.query.terms)].filter((term) => ranked.terms.has(term)),
    scope: ranked.scope,
    recency: ranked.recency,
    utility: ranked.utility,
    certainty: ranked.certainty,
  });
