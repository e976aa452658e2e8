/**
 * What in a person's turn, and in the end of the agent's turn before it, tends to go with stepping in. Written from how people
 * speak, in the languages that they spoke in; which of them count, and together with what, is learned (see kernel-machine.ts).
 */

/** A word of any script: JavaScript's own word boundary knows ASCII only. */
const word = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words})(?![\\p{L}\\p{N}_])`, 'iu');
const opens = (words: string): RegExp => new RegExp(`^\\s*(?:${words})(?![\\p{L}\\p{N}_])`, 'iu');

const REFUSES: readonly RegExp[] = [
  opens('no|nope|wrong|stop|wait|hmm|hm|nie|não|nao|нет|不|nein|non'),
  opens(
    'why|did|are you|do you|you|i|it|this|that|the|there|those|these|still|again|but|not|also|hmm|err?|ah|oh|sorry|nope|no',
  ),
  word("don'?t|do not|never|should ?n[o']t|must not|nie|não"),
  word("(?:don'?t|do not|no need to|stop) \\w+(?:ing)?"),
  word('instead|rather than|not .{1,40} but'),
  word('stop|quit|cancel|abort|hold on|wait'),
  word('revert|undo|roll ?back|put (?:it|that|them)? ?back|restore|back to'),
  word('without|already'),
  word('just|only|nothing else'),
  word('actually|but'),
];

const BLAMES: readonly RegExp[] = [
  word(
    "you(?:r)? .{0,40}(?:forgot|missed|ignored|broke|removed|deleted|changed|didn'?t|did not|haven'?t|keep|added|were|said|left)",
  ),
  word(
    "you (?:(?:just|still|also|only|have|'ve) )*(?:wrote|made|put|used|created|said|mentioned|generated|deleted|removed|changed|added|skipped|missed|forgot|broke|keep|kept|need|should|must|can'?t|cannot|are|were|didn'?t|haven'?t|don'?t)",
  ),
  word("(?:did|have|are|do|were|can't|couldn'?t) you"),
  word('i said|i told|as i said|i asked|i meant|i mean|i already'),
  word(
    "i (?:(?:just|only|really|also) )*(?:want|wanted|need|needed|don'?t want|didn'?t want|would like|meant|mean|thought|expect|expected|said|asked|told|don'?t think|think|don'?t see|see|get|got|prefer)|i'd like",
  ),
  word("why .{0,30}(?:did|didn'?t|was|wasn'?t|is|isn'?t|are|aren'?t|do|don'?t|does|doesn'?t|have|haven'?t|not)"),
  word('why'),
  word("we (?:have|use|already|do|don'?t|want)"),
  word('as per|as described|like (?:we|i|the)|as (?:we|i)'),
  word('forgot|forget|missing|missed|left out|incomplete|not (?:all|complete|done|finished)'),
  word('think|believe|guess'),
];

const FAILS: readonly RegExp[] = [
  word('still|again|anymore|no longer'),
  word(
    "errors?|fails?|failed|failing|broken|crash\\w*|exception|bug|issue|problem|traceback|cannot|can'?t|doesn'?t|isn'?t|not work\\w*|didn'?t|won'?t|missing|nothing|empty|wrong",
  ),
  word(
    '(?:ci|tests?|build|pipeline|lint|checks?) .{0,30}fail\\w*|fail\\w* .{0,30}(?:ci|tests?|build|pipeline|lint|checks?)',
  ),
  word(
    "(?:that'?s|thats|that is|it'?s|this is|these are|those are|was) (?:not|just|only|still|wrong|incorrect|the same|too)",
  ),
  word("(?:it'?s|that'?s|this is|there is|there are) (?:not|no|still|wrong|missing)"),
  word("the .{1,40}(?:is|are|was|were|does|do|did)(?: still)? not|\\w+n't"),
  word('(?:same|another) (?:error|problem|issue|thing)'),
  word('(?:now|after (?:that|this|your|the) \\w+) .{0,50}(?:error|fails?|broken|not|empty|gone|missing|wrong)'),
  word('same|weird|strange|odd|ugly|bad'),
  word('looks?|seems?|shows?|see|getting|get|got'),
  /^\s*(?:at |File |Error|TypeError|Traceback|npm ERR|\S+Error:)/imu,
  /^\s*(?:FAIL|error\b|\d+ (?:failed|errors?))|[✗×❌✘]/imu,
];

const WANTS: readonly RegExp[] = [
  word('should|supposed to|has to|must|needs? to'),
  word('too|more|less|bigger|smaller|lighter|darker|move|above|below|left|right|align\\w*|spacing'),
  word('redo|re-do|re-?run|retry|try again|clean up|cleanup'),
  word('please|pls|plz'),
  opens(
    "ok|okay|yes|yep|sure|great|good|perfect|thanks|thank you|continue|go on|proceed|please|pls|can you|could you|now|next|let'?s|let us|create|add|implement|write|make|update|fix|run|check|review",
  ),
];

const ELSEWHERE: readonly RegExp[] = [
  /没|不要|应该|没有|为什么|还是|错|不对|不是|重新|仍然|报错|无法|不能|直接|问题/u,
  word(
    'nadal|wciąż|dalej|już|zapomnia\\p{L}+|błąd\\p{L}*|błęd\\p{L}*|popraw\\p{L}*|pamięta\\p{L}*|nie|źle|dlaczego|powin\\p{L}+|zamiast',
  ),
  word('ainda|segue|erro|corret\\p{L}+|errad\\p{L}+|não|deveria|em vez|porque|por que|falt\\p{L}+|não funciona'),
  word('todavía|sigue|falta|deber[íi]as?|no funciona|error|en vez|mal'),
  word('immer noch|falsch|nicht|kein\\p{L}*|sollte\\p{L}*|stattdessen|fehler|fehlt|wieder|warum'),
  word('не работает|ошибк\\p{L}*|опять|снова|всё ещё|все еще|почему|надо|нельзя|неправильно|вместо'),
  word('encore|toujours|ne marche|erreur|pas|plutôt|au lieu|pourquoi|manque'),
];

const SHAPE: readonly RegExp[] = [/\?\s*$/u, /\?/u, /!/u, /\.\.\.|…/u, /`/u, /`[^`]*`/u, /\[code\]/u, /@\w/u];

const TEXT_CUES = [...REFUSES, ...BLAMES, ...FAILS, ...WANTS, ...ELSEWHERE, ...SHAPE];

/** The agent said that it was done, asked, or was interrupted: what people step in after. */
const CONTEXT_CUES: readonly RegExp[] = [
  /^$/u,
  word('done|completed?|finished|successfully|all set|implemented|fixed|summary|ready'),
  /[✅🎉🚀🎯✨]/u,
  word('would you like|shall i|should i|let me know|do you want'),
  /\?\s*$/u,
  word('errors?|failed|fail'),
  word("let me|i'?ll|i will|now i"),
  word('changes?|updated?|added|removed|created|modified'),
  word('cancelled|interrupted'),
];

const LONGEST_HEAD = 600;
const LONGEST_TAIL = 300;
const FEW = 25;
const SOME = 120;

const flag = (value: boolean): number => (value ? 1 : 0);

/** The cues of one turn, each 0 to about 1, always as many. `before` is the end of the agent's turn; empty where there was none. */
export const turnCues = (turn: string, before: string): number[] => {
  const head = turn.slice(0, LONGEST_HEAD);
  const tail = before.slice(-LONGEST_TAIL).trim();
  const { length } = turn;
  const capitals = head.replace(/[^\p{Lu}]/gu, '').length;
  return [
    ...TEXT_CUES.map((cue) => flag(cue.test(head))),
    ...CONTEXT_CUES.map((cue) => flag(cue.test(tail))),
    Math.log1p(length) / 7,
    flag(length < FEW),
    flag(length >= FEW && length < SOME),
    flag(length > LONGEST_HEAD),
    flag(head.split(/\s+/u).length < 4),
    flag(/^[^\p{Lu}]/u.test(head)),
    flag(turn.split('\n').length > 4),
    flag(tail.length > 0 && before.length < 100),
    Math.min(4, head.match(/\bnot\b|n't|\bno\b/giu)?.length ?? 0) / 4,
    flag(capitals > 0.3 * Math.max(1, head.length)),
  ];
};
