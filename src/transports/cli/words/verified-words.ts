import type { VerifiedCitations } from '../../../use-cases/verify-citations.ts';
import type { Output } from '../output.ts';

/** One line for each cited place that is not as it was; then how many were looked at. */
export const verifiedWords = (output: Output, verified: VerifiedCitations): string => {
  const { paint, show } = output;
  const marks = { moved: paint.dim('moved  '), changed: paint.yellow('changed'), missing: paint.red('MISSING') };
  const lines = verified.items.map((one) => {
    const place = `${show(one.path)}${one.line === undefined ? '' : `:${one.line}`}`;
    const now = one.now_line === undefined ? '' : ` → ${one.now_line}`;
    return `${marks[one.freshness]}  ${place}${now}  ${one.lesson_id}: ${show(one.rule)}`;
  });
  const disputed = verified.disputed.map((id) => `${id} is disputed now: a file that it cites was missing twice.`);
  const unknown = verified.unknown === 0 ? '' : ` ${verified.unknown} were written elsewhere and cannot be told.`;
  const count = `${verified.citations} places of ${verified.lessons} lessons, ${verified.total} not as cited.${unknown}`;
  return [...lines, ...disputed, count].join('\n');
};
