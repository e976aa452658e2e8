import type { Match } from './match-rules.ts';

const RULE = 'text is hidden by markup';

/** Ways of markup to keep words from the eye of a reader. The first group is what is hidden. */
const HIDING: readonly RegExp[] = [
  /<!--([\s\S]{0,600}?)(?:-->|$)/gu,
  /<[a-z][a-z0-9]{0,12}\s[^<>]{0,120}(?:display\s{0,2}:\s{0,2}none|visibility\s{0,2}:\s{0,2}hidden|opacity\s{0,2}:\s{0,2}0(?![.\d]*[1-9])|font-size\s{0,2}:\s{0,2}0|color\s{0,2}:\s{0,2}(?:white|#fff(?:fff)?|transparent)|(?:width|height)\s{0,2}:\s{0,2}0(?:px)?\s{0,2}[;"']|left\s{0,2}:\s{0,2}-\d{3,5}px)[^<>]{0,120}>([^<]{0,600})/gu,
  /<[a-z][a-z0-9]{0,12}\s(?:[^<>]{0,80}\s)?(?:hidden|aria-hidden=["']?true["']?)(?:[\s=][^<>]{0,80})?>([^<]{0,600})/gu,
  /(?:^|\n)\s{0,3}\[[^\]\n]{0,40}\]:\s{0,3}(?:#|<>|about:blank|\/\/)\s{0,3}["'(]([^\n]{0,600})/gu,
  /<details>\s{0,4}(?:<summary>[^<]{0,200}<\/summary>)?([^<]{0,600})<\/details>/gu,
  /!\[([^\]\n]{40,600})\]\(/gu,
  /(?:!\[|\s(?:alt|title|aria-label)=["'])([^\]"'\n]{0,80}\b(?:agents?|assistants?|ai|models?|instructions?|prompt)\b[^\]"'\n]{0,80}\b(?:must|shall|should|not|never|ignore|always|skip|merge|approve)\b[^\]"'\n]{0,80})[\]"']/gu,
  /\s(?:alt|title|aria-label|data-[a-z]{1,20})=["']([^"'\n]{40,600})["']/gu,
  /\$\\(?:color|textcolor)\{white\}[\s\S]{0,10}?\{([^}]{0,300})/gu,
];

/** Words enough to say something; what a lesson on markup writes between the marks is shorter. */
const WORDS = /(?:[\p{L}']{2,}[\s,.:;-]+){3,}[\p{L}']{2,}/u;

/** Prose in comments, invisible elements, link definitions, folded blocks and texts for pictures. */
export const findHiddenMarkup = (text: string): Match[] =>
  HIDING.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap((match) =>
      WORDS.test(match[1] ?? '') ? [{ rule: RULE, from: match.index, to: match.index + match[0].length }] : [],
    ),
  ).slice(0, 1);
