/** Says that something is to be done otherwise, in English and German. */
const ASKS_FOR_CHANGE =
  /\b(?:should(?:n['’]?t| not)?|must(?:n['’]?t| not)?|shall|needs? to|has to|have to|ought to|instead|rather than|in favou?r of|prefer|avoid|never|always|do ?n['’]t|do not|does ?n['’]t (?:need|belong|handle|work)|can(?:no|['’])t|won['’]t|no need|please|pls|nit(?:pick)?|use|rename|move|remove|delete|drop|extract|replace|revert|keep|make|add|wrap|split|inline|reuse|follow|fix|handle|check|validate|escape|consider|suggest(?:ion)?|missing|forgot(?:ten)?|wrong|incorrect|bug|broken|breaks?|leaks?|unused|redundant|unnecessary|duplicat\w+|typo|let['’]s|we (?:usually|always|never|don['’]t|use|prefer|have)|(?:could|can|would) (?:you|we)|why not|bitte|statt(?:dessen)?|sollten?|m(?:ü|u)ss(?:en|te)?|nicht|nie(?:mals)?|immer|besser|lieber|fehlt|falsch)\b/iu;

/** Nothing but consent, thanks or praise. */
const CONSENT =
  /^(?:(?:\W|:[a-z0-9_+-]+:)*(?:(?:done|fixed|addressed)(?: in [0-9a-f]{7,40})?|ack(?:nowledged)?|agreed?|thanks?(?: you| so much)?|thx|ty|ok(?:ay)?|sure|yes|yep|yeah|nice(?: catch| one)?|good (?:catch|point|idea|call)|great|love (?:it|this)|lgtm|looks good(?: to me)?|cool|neat|\+1|will do|makes sense|resolved|updated|removed|danke|erledigt|passt|super)(?: (?:now|here|too|thanks|everyone|it|that|this))?)+(?:\W|:[a-z0-9_+-]+:)*$/iu;

/** A reviewer's own later word that there was nothing to change. */
const WITHDRAWN =
  /\b(?:never ?mind|disregard|ignore (?:this|that|me|my)|my (?:bad|mistake)|i was wrong|you(?:['’]re| are) right|i misread|(?:this|it) is (?:fine|ok|okay|correct) (?:as is|then|after all)|scratch that|vergiss es|mein fehler)\b/iu;

const QUESTION = /\?\W*$/u;
/** A question that is none: it asks for a change politely, or names one. */
const POLITE =
  /\b(?:could|can|would|should|shall) (?:you|we|this|it)\b|\bwhy not\b|\binstead\b|\bplease\b|\bmissing\b/iu;
const FEWEST_WORDS = 3;
const LONGEST_CONSENT = 200;

/** What a comment says beside quotes, code and markup that nobody sees. */
export const spokenWords = (body: string): string =>
  body
    .replace(/<!--[\s\S]*?(?:-->|$)/gu, '')
    .replace(/^[ \t]*>.*$/gmu, '')
    .replace(/\r\n?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();

/** Why a comment without a suggested change is no correction; null when it is one. */
export const whyNoCorrection = (words: string): string | null => {
  const bare = words
    .replace(/```[\s\S]*?(?:```|$)/gu, ' ')
    .replace(/`[^`]*`/gu, 'code')
    .replace(/https?:\/\/\S+/gu, ' ');
  const said = bare.match(/[\p{L}\p{N}'’+]+/gu) ?? [];
  if (bare.length <= LONGEST_CONSENT && CONSENT.test(bare.trim())) return 'Consent, thanks or praise.';
  if (said.length < FEWEST_WORDS) return 'It says too little to act on.';
  if (QUESTION.test(bare.trim()) && !POLITE.test(bare)) return 'A question.';
  return ASKS_FOR_CHANGE.test(bare) ? null : 'It asks for no change.';
};

export const isWithdrawal = (words: string): boolean => WITHDRAWN.test(words);
