import { join } from 'node:path';
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { findSecrets, mergeSpans } from '../../domain/guard/find-secrets.ts';
import { isPlaceholder } from '../../domain/guard/looks-random.ts';
import type { SecretSpan } from '../../domain/guard/secret-shapes.ts';
import { GitleaksRules } from './gitleaks-rules.ts';

/** No secret is shorter. */
const SHORTEST = 8;
/** No field is as long; what is longer is not searched, and counts as found. */
const LONGEST = 20_000;

export interface SecretSearch {
  find(text: string): Promise<SecretSpan[]>;
}

/** Own shapes, the rules of gitleaks and those of secretlint, together: each finds what another does not know. */
export const openSecretSearch = async (rulesFolder: string): Promise<SecretSearch> => {
  const gitleaks = await GitleaksRules.read(join(rulesFolder, 'gitleaks.json'));
  return {
    find: async (text) => {
      if (text.length < SHORTEST) return [];
      if (text.length > LONGEST) return [{ kind: 'more text than is searched', from: 0, to: text.length }];
      const own = findSecrets(text, (view) => gitleaks.find(view), isHarmless);
      const others = (await secretlint(text)).filter(({ from, to }) => !isHarmless(text.slice(from, to)));
      return mergeSpans([...own, ...others]);
    },
  };
};

/** What everybody's own machine has: a data base's default login on the local host. */
const LOCAL_DEFAULT =
  /^\w{2,20}:\/\/(\w{1,20}):(?:\1|password|postgres|root|admin|secret|test|guest|example)@(?:localhost|127\.0\.0\.1|db|postgres|mysql|mongo|redis|host\.docker\.internal)(?=[:/?]|$)/iu;

const isHarmless = (value: string): boolean => isPlaceholder(value) || LOCAL_DEFAULT.test(value);

/** It keeps a mark of every search for ever, and looks through all of them at each new one. */
secretLintProfiler.mark = () => {};

const RULES = [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }];

const secretlint = async (text: string): Promise<SecretSpan[]> => {
  const { messages } = await lintSource({
    source: { content: text, filePath: 'text.txt', contentType: 'text', ext: '.txt' },
    options: { maskSecrets: true, config: { rules: RULES } },
  });
  return messages.map(({ ruleId, range: [from, to] }) => ({ kind: ruleId.replace(/^.*-rule-/u, ''), from, to }));
};
