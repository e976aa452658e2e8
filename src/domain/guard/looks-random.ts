/** Values that documents and tests use where a secret would stand; compared by exact value, letters without case. */
const PUBLISHED: ReadonlySet<string> = new Set(
  [
    'AKIAIOSFODNN7EXAMPLE',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    'ASIAIOSFODNN7EXAMPLE',
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c',
    'sk_test_4eC39HqLyjWDarjtT1zdp7dc',
    'correct-horse-battery-staple',
  ].map((value) => value.toLowerCase()),
);

/** What is written in a value's place: brackets, variables, templates, masks. */
const IN_ITS_PLACE =
  /^(?:[<[{(].*[>\]})]?|[$%@#!]\{?\{?[A-Za-z_][\w.]*(?:[}%:].*)?|\{\{.*|.*(?:\$\{|\{\{|<[a-z_ -]+>|\*{3}|\.{3}|…).*|(?:your|my|some|the|an?)[-_ ].*|(?:process|os|env|config|secrets|vars|settings|this|self|import\.meta)\..*)$/isu;
const FILLER_WORDS =
  /example|placeholder|changeme|change[-_]me|redacted|dummy|sample|not[-_]?a[-_]?real|insert[-_]|lorem|fake|supersecret|mysecret|hunter2|s3cr3t|xxxx|0{6}|foobar/iu;
const SEQUENCES = ['abcdefghij', '0123456789', '1234567890', '9876543210', 'qwertyuiop'];

/** True for what stands where a secret would: published examples, templates, one letter again and again. */
export const isPlaceholder = (value: string): boolean => {
  const lower = value.toLowerCase();
  if (PUBLISHED.has(lower) || IN_ITS_PLACE.test(value) || FILLER_WORDS.test(value)) return true;
  if (SEQUENCES.some((sequence) => lower.includes(sequence))) return true;
  const tail = lower.replace(/^[a-z]{1,10}[_-]/u, '');
  return new Set(tail).size <= Math.min(4, tail.length / 3);
};

/** Shannon entropy in bits a character. */
export const entropyOf = (text: string): number => {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
};

/** Share of the letters and digits that spell words: three letters or more in one case, with a vowel. */
const wordShare = (value: string): number => {
  const words = value.match(/[A-Z]?[a-z]{3,}|[A-Z]{3,}/gu) ?? [];
  const spelled = words.filter((word) => /[aeiouy]/iu.test(word) && !/[^aeiouy]{5}/iu.test(word));
  const all = value.replace(/[^A-Za-z0-9]/gu, '').length;
  return all === 0 ? 1 : spelled.join('').length / all;
};

/** Names of algorithms, formats and versions look mixed and are none. */
const TECHNICAL =
  /^(?:argon2(?:id?|d)?|bcrypt(?:js)?|scrypt|pbkdf2|sha-?\d+|md5|hmac-?sha-?\d+|aes-?\d+(?:-\w+)*|rsa-?\d+|ed25519|x25519|es\d{3}|hs\d{3}|rs\d{3}|ps\d{3}|base(?:16|32|58|62|64)(?:url)?|oauth-?2(?:\.\d)?|utf-?8|http-?[123]|v?\d+(?:\.\d+)*(?:-[a-z]+\.?\d*)?)$/iu;
/** Words and numbers between separators, as identifiers are: `current-password`, `us-east-1`, `page_token_v2`. */
const IDENTIFIER = /^(?:[A-Za-z]+|\d{1,4}|v\d+)(?:[-_.:/\\@](?:[A-Za-z]+|\d{1,4}|v\d+))*$/u;

const TIME = /\d{4}-\d{2}-\d{2}(?!\d)/u;
const isCode = (value: string): boolean => /[()]|^\.{0,2}\/|::|=>|^https?:/u.test(value);

/** True for a value that only a machine would have made up: letters and digits mixed, few words in it. */
export const looksRandom = (value: string, shortest: number): boolean => {
  if (value.length < shortest || isPlaceholder(value) || TECHNICAL.test(value) || IDENTIFIER.test(value)) return false;
  if (!/\d/u.test(value) || !/[A-Za-z]/u.test(value) || isCode(value) || TIME.test(value)) return false;
  return wordShare(value) < 0.5 && entropyOf(value) >= (value.length < 16 ? 2.5 : 3);
};

/** Small and capital letters in turn, as no word and no identifier has them. */
const changesCase = (value: string): boolean =>
  value.length >= 10 && (value.match(/[a-z][A-Z]|[A-Z]{2}[a-z]/gu)?.length ?? 0) >= 3 && wordShare(value) < 0.5;

/** True for a value that a person may have chosen as a password: a letter, and a digit or a sign. */
export const looksLikePassword = (value: string): boolean => {
  if (value.length < 6 || isPlaceholder(value) || TECHNICAL.test(value)) return false;
  if (IDENTIFIER.test(value)) return changesCase(value);
  if (/^[A-Za-z0-9+/]{12,}={1,2}$/u.test(value)) return true;
  if (isCode(value)) return false;
  return (/[A-Za-z]/u.test(value) && /[\d!?#$%&*+^~]/u.test(value)) || changesCase(value);
};
