import { CONCEPTS, type Concept } from './concepts.ts';

export interface Word {
  readonly text: string;
  readonly offset: number;
  /** In quotation marks, backticks or brackets: named, not said. */
  readonly quoted: boolean;
  /** A colon, dash or bracket stands before it: what was forbidden before is over. */
  readonly opens: boolean;
}

/** A sentence's words, and where each concept stands in it, in order. */
export interface Sentence {
  readonly words: readonly Word[];
  readonly at: ReadonlyMap<Concept, readonly number[]>;
}

const TOKEN =
  /(?<word>[~.\\/-]{0,6}[\p{L}\p{N}_](?:[\p{L}\p{N}_'./\\@*-]{0,80}[\p{L}\p{N}_*])?)|(?<end>[.!?;。！？；]+(?=\s|$)|\n)|(?<quote>["`“”«»()'[\]<>])|(?<opens>[:—–]|\s-\s)/gu;
/** What a sentence may not outgrow: a longer one is cut. */
const LONGEST = 120;

const SPECIAL: Readonly<Record<string, RegExp>> = {
  '@privateFile':
    /(?:^|[~/\\.])(?:id_(?:rsa|dsa|ecdsa|ed25519)|ssh\/[\w./*-]*|aws\/(?:credentials|config)|netrc|pgpass|git-credentials|kube\/config|gnupg\/?[\w./-]*|docker\/config\.json|pypirc|vault-token|azure\/[\w./-]+|gcloud\/[\w./-]+|etc\/(?:shadow|passwd|sudoers)|authorized_keys|credentials\.json|keychain-db|logins\.json|wallet\.dat|bash_history|zsh_history)$/u,
  '@environmentFile':
    /(?:^|[/\\])\.env(?:\.(?:local|prod|production|staging|development))?$|(?:^|\/)\.npmrc$|proc\/self\/environ$/u,
  '@processEnv': /^(?:process\.env|os\.environ|import\.meta\.env|\$env)$/u,
  '@outside': /@(?!example\.|localhost)[\w-]+\.[a-z]|^[\w-]+\.(?:test|example|invalid)$|https?/u,
  '@block': /^(?=(?:[^0-9]*[0-9]){2})[a-z0-9+/=_-]{24,}$/u,
  '@lessonId': /^les_[\w-]{6,}$/u,
};

interface Lexicon {
  readonly words: ReadonlyMap<string, readonly Concept[]>;
  readonly prefixes: ReadonlyMap<string, readonly Concept[]>;
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly concept: Concept }[]>;
  readonly special: readonly { readonly pattern: RegExp; readonly concept: Concept }[];
}

const add = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
};

const buildLexicon = (): Lexicon => {
  const words = new Map<string, Concept[]>();
  const prefixes = new Map<string, Concept[]>();
  const phrases = new Map<string, { rest: string[]; concept: Concept }[]>();
  const special: { pattern: RegExp; concept: Concept }[] = [];
  for (const [concept, listed] of Object.entries(CONCEPTS) as [Concept, string][]) {
    const [single = '', ...several] = listed.split('|');
    for (const word of single.split(/\s+/u).filter((one) => one !== '')) {
      const pattern = SPECIAL[word];
      if (pattern !== undefined) special.push({ pattern, concept });
      else if (word.endsWith('*')) add(prefixes, word.slice(0, -1), concept);
      else add(words, word, concept);
    }
    for (const phrase of several) {
      const [first = '', ...rest] = phrase.trim().split(/\s+/u);
      const pattern = SPECIAL[first];
      if (pattern !== undefined) special.push({ pattern, concept });
      else add(phrases, first, { rest, concept });
    }
  }
  return { words, prefixes, phrases, special };
};

let lexicon: Lexicon | null = null;

/** The sentences of a folded text with the concepts in them. One pass over the words. */
export const sentencesOf = (text: string): Sentence[] => {
  lexicon ??= buildLexicon();
  const known = lexicon;
  return splitWords(text).map((words) => ({ words, at: conceptsIn(words, known) }));
};

const splitWords = (text: string): Word[][] => {
  const sentences: Word[][] = [];
  let words: Word[] = [];
  let quoted = false;
  let opens = false;
  const close = (): void => {
    if (words.length > 0) sentences.push(words);
    words = [];
    quoted = false;
  };
  for (const match of text.matchAll(TOKEN)) {
    const { word, end, quote } = match.groups ?? {};
    if (word !== undefined) {
      words.push({ text: word, offset: match.index, quoted, opens });
      opens = false;
      if (words.length >= LONGEST) close();
    } else if (end !== undefined) close();
    else if (quote !== undefined) quoted = isOpening(quote, quoted);
    else opens = true;
  }
  close();
  return sentences;
};

const isOpening = (sign: string, quoted: boolean): boolean => {
  if ('“«([<'.includes(sign)) return true;
  return '”»)]>'.includes(sign) ? false : !quoted;
};

const conceptsIn = (words: readonly Word[], known: Lexicon): Map<Concept, number[]> => {
  const at = new Map<Concept, number[]>();
  words.forEach((_, index) => {
    for (const concept of conceptsAt(words, index, known)) add(at, concept, index);
  });
  return at;
};

/** Prefixes in the lexicon are between three and twelve letters long. */
const PREFIX_LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

const conceptsAt = (words: readonly Word[], index: number, known: Lexicon): Set<Concept> => {
  const text = words[index]?.text ?? '';
  const begun = PREFIX_LENGTHS.filter((length) => length <= text.length).flatMap(
    (length) => known.prefixes.get(text.slice(0, length)) ?? [],
  );
  const phrases = (known.phrases.get(text) ?? []).filter(({ rest }) =>
    rest.every((part, step) => isWord(words[index + 1 + step]?.text, part)),
  );
  const special = known.special.filter(({ pattern }) => pattern.test(text));
  return new Set([
    ...(known.words.get(text) ?? []),
    ...begun,
    ...[...phrases, ...special].map((one) => one.concept),
    ...conceptsOfScrambled(text),
  ]);
};

/** Words of an order that still read when the letters between the first and the last change places. */
const OFTEN_SCRAMBLED: Readonly<Record<string, readonly Concept[]>> = {
  ignore: ['drop', 'dropNow', 'forgetNow'],
  disregard: ['drop', 'dropNow', 'forgetNow'],
  forget: ['drop', 'dropNow', 'forgetNow'],
  override: ['drop', 'dropNow'],
  bypass: ['drop', 'dropNow', 'without', 'off'],
  previous: ['earlier', 'before'],
  earlier: ['earlier', 'before'],
  original: ['earlier', 'before'],
  instructions: ['instruction', 'firm'],
  guidelines: ['instruction', 'firm'],
  directives: ['instruction', 'firm'],
  prompt: ['instruction', 'firm'],
  without: ['without'],
  review: ['control'],
  approval: ['control', 'gate'],
};

const signature = (word: string): string => `${word[0]}${[...word.slice(1, -1)].sort().join('')}${word.at(-1)}`;

let scrambled: ReadonlyMap<string, readonly Concept[]> | null = null;

/** What a word stands for whose inner letters changed places; nothing for one that is spelled right. */
const conceptsOfScrambled = (text: string): readonly Concept[] => {
  if (text.length < 6 || text.length > 12 || text in OFTEN_SCRAMBLED) return [];
  scrambled ??= new Map(Object.entries(OFTEN_SCRAMBLED).map(([word, concepts]) => [signature(word), concepts]));
  return scrambled.get(signature(text)) ?? [];
};

const isWord = (text: string | undefined, part: string): boolean =>
  text !== undefined && (part.endsWith('*') ? text.startsWith(part.slice(0, -1)) : text === part);
