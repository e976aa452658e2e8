import type { Override } from '../../domain/override.ts';
import type { RecallDecision } from '../../domain/recall.ts';
import type { Ranked } from './adjust.ts';
import type { Analysis } from './analyse.ts';

export const NEXT_STEPS: Record<Extract<RecallDecision, 'deliver' | 'abstain' | 'degraded'>, string> = {
  deliver:
    'Check each against your task, follow what fits, and say in record_outcome which were helpful, harmful, unused or ignored.',
  abstain:
    'Go on. Ask again with aspects (what you will touch, what could go wrong); when a person corrects you, call record_correction.',
  degraded: 'Go on without lessons; try again later. `hone doctor` says what is wrong.',
};

/** Words for a recall that went by full text only. */
const lexicalNote = (analysis: Analysis): string =>
  analysis.withoutVectors === null ? '' : ` By full text only: ${analysis.withoutVectors.words}.`;

export const deliveryReason = (analysis: Analysis): string => `These lessons fit the task.${lexicalNote(analysis)}`;

export const switchedOffReason = ({ until }: Pick<Override, 'until'>): string =>
  `An operator switched delivery off until ${until}. This is no word on whether a lesson exists.`;

export const abstentionReason = (analysis: Analysis, ranked: readonly Ranked[]): string =>
  `${whyNothing(ranked)}${lexicalNote(analysis)}`;

const whyNothing = (ranked: readonly Ranked[]): string => {
  const [best] = ranked;
  if (best === undefined) return 'Nothing similar was learned in this project yet.';
  return `Only weak matches: the closest of ${ranked.length} is ${Math.round(100 * best.certainty)} % sure, too little to show.`;
};
