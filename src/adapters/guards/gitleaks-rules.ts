import { readFile } from 'node:fs/promises';
import { RE2JS } from 're2js';
import { entropyOf } from '../../domain/guard/looks-random.ts';
import type { SecretSpan } from '../../domain/guard/secret-shapes.ts';

interface Allow {
  readonly target: string;
  readonly regexes: readonly string[];
  readonly stopwords: readonly string[];
}
interface Rule {
  readonly id: string;
  readonly regex: string;
  readonly keywords: readonly string[];
  readonly entropy?: number;
  readonly group?: number;
  readonly allow: readonly Allow[];
}

/** Around a keyword: what a rule may read before it, and the longest secret behind it. */
const BEFORE = 80;
const AFTER = 400;
/** What all rules together may read of one text, in characters; beyond it the text is refused unread. */
const MOST_READ = 150_000;
/** How rules begin that want a name, a sign of assignment and a value. */
const ASSIGNS = '(?:=|>|:{1,3}=';
/** Behind the name of such a rule: a sign, then a value with a digit. Where it is missing the rule cannot hold. */
const ASSIGNED = /[=:>,|]['"`\s=>:|]{0,8}(?=[\w.=+/~-]{0,150}\d)[\w.=+/~-]{6}/u;
/** How far behind a keyword the sign of assignment may stand, with its value's beginning. */
const NEAR = 220;

/** The rules of gitleaks over one text, in time linear in its length. A rule is compiled when its keyword is first met. */
export class GitleaksRules {
  readonly #rules: readonly Rule[];
  readonly #allow: readonly Allow[];
  readonly #byKeyword = new Map<string, Rule[]>();
  readonly #compiled = new Map<string, RE2JS>();

  private constructor(file: { rules: readonly Rule[]; allow: readonly Allow[] }) {
    this.#rules = file.rules;
    this.#allow = file.allow;
    for (const rule of this.#rules) {
      for (const keyword of rule.keywords.map((one) => one.toLowerCase())) {
        this.#byKeyword.set(keyword, [...(this.#byKeyword.get(keyword) ?? []), rule]);
      }
    }
  }

  static async read(file: string): Promise<GitleaksRules> {
    return new GitleaksRules(JSON.parse(await readFile(file, 'utf8')));
  }

  /** Secrets in the text; the whole text when it holds so many keywords that they cannot all be looked at. */
  find(text: string): SecretSpan[] {
    // A sentence's own signs behind a secret would hide its end from rules that expect a blank.
    const plain = text.replace(/[.,:!?)\]}>]{1,4}(?=\s|$)/gu, (signs) => ' '.repeat(signs.length));
    const windows = this.#windows(plain);
    let read = 0;
    for (const list of windows.values()) for (const { from, to } of list) read += to - from;
    if (read > MOST_READ) return [{ kind: 'too many words that stand beside secrets', from: 0, to: text.length }];
    return [...windows].flatMap(([rule, list]) => list.flatMap((window) => this.#findIn(rule, plain, window)));
  }

  /** For each rule the stretches around its keywords, without overlap. */
  #windows(text: string): Map<Rule, { from: number; to: number }[]> {
    const lower = text.toLowerCase();
    const windows = new Map<Rule, { from: number; to: number }[]>();
    for (const [keyword, rules] of this.#byKeyword) {
      for (let at = lower.indexOf(keyword); at >= 0; at = lower.indexOf(keyword, at + keyword.length)) {
        const window = { from: Math.max(0, at - BEFORE), to: Math.min(text.length, at + AFTER) };
        const assigned = ASSIGNED.test(text.slice(at, at + NEAR));
        for (const rule of rules) if (assigned || !rule.regex.includes(ASSIGNS)) widen(windows, rule, window);
      }
    }
    return windows;
  }

  #findIn(rule: Rule, text: string, { from, to }: { from: number; to: number }): SecretSpan[] {
    const stretch = text.slice(from, to);
    const matcher = this.#regex(rule.regex).matcher(stretch);
    const found: SecretSpan[] = [];
    while (matcher.find()) {
      const group = rule.group ?? (matcher.groupCount() > 0 && matcher.group(1) ? 1 : 0);
      const secret = matcher.group(group) ?? '';
      const whole = matcher.group() ?? '';
      if (secret === '' || entropyOf(secret) < (rule.entropy ?? 0)) continue;
      if ([...this.#allow, ...rule.allow].some((allow) => this.#allows(allow, secret, whole))) continue;
      found.push({ kind: rule.id, from: from + matcher.start(group), to: from + matcher.end(group) });
    }
    return found;
  }

  #allows({ target, regexes, stopwords }: Allow, secret: string, whole: string): boolean {
    const text = target === 'secret' ? secret : whole;
    const lower = secret.toLowerCase();
    return (
      stopwords.some((word) => lower.includes(word)) || regexes.some((regex) => this.#regex(regex).matcher(text).find())
    );
  }

  #regex(source: string): RE2JS {
    const known = this.#compiled.get(source);
    if (known !== undefined) return known;
    const made = RE2JS.compile(source);
    this.#compiled.set(source, made);
    return made;
  }
}

const widen = (
  windows: Map<Rule, { from: number; to: number }[]>,
  rule: Rule,
  window: { from: number; to: number },
): void => {
  const list = windows.get(rule) ?? [];
  const touching = list.find((one) => window.from <= one.to && one.from <= window.to);
  if (touching === undefined) list.push({ ...window });
  else {
    touching.from = Math.min(touching.from, window.from);
    touching.to = Math.max(touching.to, window.to);
  }
  windows.set(rule, list);
};
