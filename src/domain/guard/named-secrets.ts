import { entropyOf, isPlaceholder, looksLikePassword, looksRandom } from './looks-random.ts';
import type { SecretSpan } from './secret-shapes.ts';
import { findInTables } from './secret-tables.ts';

/** Names whose value a person may have chosen. */
const PASSWORD =
  '(?:[a-z0-9]{1,12}_?)?passw(?:or)?d|pass(?:word|wd|phrase|code)?|pw|mots de passe|contrasena|salasana|jelszo|heslo|lozinka|parola|sifre|şifre|كلمة المرور|סיסמה|पासवर्ड|รหัสผ่าน|mật khẩu|kata sandi|口令|암호|pwd|passwort|kennwort|contraseña|senha|mot de passe|wachtwoord|hasło|lösenord|пароль|密码|密碼|パスワード|비밀번호';
/** Names whose value a machine made. */
const KEY =
  'secret|token|api[-_ ]?key|(?:access|private|secret|signing|encryption|master|account|service|deploy|license|auth|app|bot|shared|session|webhook)[-_ ]?key|key|credentials?|creds|auth(?:orization)?|bearer|cookie|session(?:[-_ ]?id)?|signature|dsn|pat|schlüssel|clave|clé|токен|密钥|令牌';
const BETWEEN = String.raw`[\p{L}\p{M}\d_.\- ]{0,40}?["'\x60\])]{0,2}\s{0,3}(?::=|=>|->|={1,3}|[:：]|\bis\b|\bare\b|\b(?:set|changed|reset|equal|equals) to\b|>(?=[^\s<>]{6,80}<\/)|(?<=\s)(?:è|é|είναι|это|है)(?=\s)|\bist\b|\blautet\b|\bes\b|\best\b|\bjest\b|\bär\b|\ber\b|\be\b|\bé\b|\bè\b|是|为|為|は|が|은|는)\s{0,3}(?:[:：=]\s{0,3})?`;
/** A name in one attribute and its value in the next, or a column of a table. */
const ATTRIBUTE =
  /["']?\b(?:key|name|id|label|field|variable|property)["']?\s{0,2}[=:]\s{0,2}["'][\w.-]{0,30}(?:secret|password|passwd|token|api[-_]?key|credential)[\w.-]{0,12}["'][\s,]{1,6}["']?value["']?\s{0,2}[=:]\s{0,2}(?=["'])/giu;
/** host:port:database:user:password, a line of the file that clients of PostgreSQL read. */
const PGPASS = /(?<![\w/])(?:[\w-]{1,40}[.]){0,5}[\w-]{1,40}:\d{2,5}:[\w*-]{1,40}:[\w.-]{1,40}:(?=\S{6})/gu;

const ASSIGNED_PASSWORD = new RegExp(`(?<![a-z])(?:${PASSWORD})${BETWEEN}`, 'giu');
const ASSIGNED_KEY = new RegExp(`(?<![a-z])(?:${KEY})s?${BETWEEN}`, 'giu');
/** The name, and only blanks before the value: netrc, log-ins in prose, options of programs. */
const BARE_PASSWORD = new RegExp(`(?<![a-z])(?:${PASSWORD})["'\`]?[ \\t]{1,3}`, 'giu');
const BARE_KEY = new RegExp(
  `(?<![a-z])(?:${KEY})["'\`]?(?:[ \\t]{1,3}[a-z]{1,12}){0,4}[ \\t]{1,3}(?=["'\`]?[\\w+/.-]{20})`,
  'giu',
);
const SCHEME = /(?<![A-Za-z])(?:Bearer|Basic|Token|Digest|SSWS|Splunk|GenieKey|ApiKey)[ \t]{1,3}(?=[\w+/=.~-]{12})/giu;
const OPTION =
  /(?<=\s)(?:-u|--user|--password|--passwd|--token|--secret|--api-key)[ =]["']?(?:[\w.@-]{1,40}:)?(?=\S{6})/gu;
/** A password glued to its option, as clients of databases take it. */
const GLUED =
  /\b(?:mysql\w{0,8}|mariadb\w{0,8}|sshpass|mongo\w{0,6}|redis-cli|docker login|podman login|helm registry login|smbclient|lftp)\b[^\n|;]{0,60}?\s-[pa][ ]?(?=[^\s-]{6})/giu;
/** A password that is given to a program's standard input, or behind a user of a share. */
const PIPED =
  /\becho\s{1,3}(?:-n\s{1,3})?["']?([^\s"'|]{6,80})["']?\s{0,3}\|\s{0,3}(?:sudo\s{1,3}-S|passwd|su\b|docker login)/gu;
const SHARE = /\/user:[\w\\.-]{1,40}\s{1,3}(?=\S{6})/giu;
/** What stands between the scheme and the host of an address. */
const USER_INFO = /[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@?#"'<>]{0,80}:([^\s/@"'<>]{3,200})@(?=[\w[.-])/giu;
const PARAMETER =
  /[?&;](?:access_?token|auth_?token|api_?key|key|token|tok|secret|client_?secret|password|passwd|pwd|auth|code|sig|signature|session)=([^\s&;?"'<>`]{6,300})/giu;

/** Words before a value which say that it is a fingerprint and no secret. */
const FINGERPRINT =
  /(?:sha-?\d{1,3}|md5|digest|checksum|hash|commit|revision|integrity|fingerprint|etag|uuid|guid|fixture|tenant|colou?r|build)\W{0,3}(?:\w{1,12}\W{1,3}){0,2}$/iu;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

const VALUE = /["'`]([^"'`\n]{1,200})["'`]|[^\s"'`,;)\]}|<>]{1,200}/uy;

/** The value that begins at an offset: what stands in quotes, or up to a blank, without the sentence's own signs. */
const valueAt = (text: string, offset: number): { value: string; from: number } | null => {
  VALUE.lastIndex = offset;
  const match = VALUE.exec(text);
  if (match === null) return null;
  const quoted = match[1];
  if (quoted !== undefined) return { value: quoted, from: offset + 1 };
  return { value: match[0].replace(/[.,;:!?]+$/u, ''), from: offset };
};

const looksLikeKey = (value: string): boolean => UUID.test(value) || looksRandom(value, 12);
const looksLikeLongKey = (value: string): boolean => value.length >= 20 && looksRandom(value, 20);
/** Beside its name only: signs and letters mixed as no word is. */
const looksLikeBarePassword = (value: string): boolean =>
  value.length >= 8 && looksLikePassword(value) && /\d/u.test(value) && entropyOf(value) >= 2.8;
const looksLikeUserInfo = (value: string): boolean =>
  !isPlaceholder(value) && (looksLikePassword(value) || (value.length >= 12 && !/^[a-z]+$/iu.test(value)));

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly accept: (value: string) => boolean;
  /** The value follows the match; otherwise it is the first group. */
  readonly follows: boolean;
}

const RULES: readonly Rule[] = [
  { kind: 'password', pattern: ASSIGNED_PASSWORD, accept: looksLikePassword, follows: true },
  { kind: 'password', pattern: BARE_PASSWORD, accept: looksLikeBarePassword, follows: true },
  { kind: 'key by its name', pattern: ASSIGNED_KEY, accept: looksLikeKey, follows: true },
  { kind: 'key by its name', pattern: BARE_KEY, accept: looksLikeLongKey, follows: true },
  {
    kind: 'key by its name',
    pattern: ATTRIBUTE,
    accept: (value) => looksLikeKey(value) || looksLikePassword(value),
    follows: true,
  },
  { kind: 'password', pattern: PGPASS, accept: looksLikeBarePassword, follows: true },
  { kind: 'authorization header', pattern: SCHEME, accept: (value) => looksRandom(value, 12), follows: true },
  { kind: 'password on a command line', pattern: OPTION, accept: looksLikeBarePassword, follows: true },
  { kind: 'password on a command line', pattern: GLUED, accept: looksLikePassword, follows: true },
  { kind: 'password on a command line', pattern: SHARE, accept: looksLikeBarePassword, follows: true },
  { kind: 'password on a command line', pattern: PIPED, accept: looksLikePassword, follows: false },
  { kind: 'password in an address', pattern: USER_INFO, accept: looksLikeUserInfo, follows: false },
  { kind: 'secret in an address', pattern: PARAMETER, accept: (value) => looksRandom(value, 10), follows: false },
];

/** Secrets that have no shape of their own and are known by the name beside them, or above them in a table. */
export const findNamed = (text: string): SecretSpan[] => [
  ...besideNames(text),
  ...findInTables(text, looksLikeBarePassword),
];

const besideNames = (text: string): SecretSpan[] =>
  RULES.flatMap(({ kind, pattern, accept, follows }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const end = match.index + match[0].length;
      const found = follows
        ? valueAt(text, end)
        : { value: match[1] ?? '', from: text.indexOf(match[1] ?? '', match.index) };
      if (found === null || !accept(found.value)) return [];
      if (kind === 'key by its name' && FINGERPRINT.test(text.slice(Math.max(0, found.from - 48), found.from)))
        return [];
      return [{ kind, from: found.from, to: found.from + found.value.length }];
    }),
  );
