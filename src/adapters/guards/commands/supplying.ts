import type { CommandRule } from './command-rule.ts';

const SUPPLY = 'takes packages from elsewhere';

/** Takes packages from elsewhere, or without a check. */
export const SUPPLYING_RULES: readonly CommandRule[] = [
  {
    name: SUPPLY,
    needs: [
      'index_url',
      'config_registry',
      'index-url',
      'registry',
      'trusted-host',
      'find-links',
      'goproxy',
      'gosumdb',
      'gonosum',
      'goflags',
      'proxy',
      '--source',
      'mirror',
    ],
    pattern:
      /\b(?:pip|uv)_(?:extra_)?index_url\s{0,2}=\s{0,2}["']?(?!https:\/\/pypi\.org)\S|\bnpm_config_registry\s{0,2}=\s{0,2}["']?(?!https:\/\/registry\.npmjs\.org)\S|--(?:extra-)?index-url[= ]{1,3}["']?(?!https:\/\/(?:pypi\.org|test\.pypi\.org|files\.pythonhosted\.org|download\.pytorch\.org))\S|--registry[= ]{1,3}["']?https?:\/\/(?!registry\.npmjs\.org|npm\.pkg\.github\.com|localhost|127\.)\S|\b(?:npm|yarn|pnpm)\s{1,3}(?:config\s{1,3})?set\s{1,3}(?:\S{1,30}:)?(?:registry|npmregistryserver)\b[= ]{1,3}["']?https?:\/\/(?!registry\.npmjs\.org|npm\.pkg\.github\.com)\S|(?:^|\s)registry\s{0,2}=\s{0,2}http:\/\/|--trusted-host\b|--find-links[= ]{1,3}["']?https?:|\bgosumdb\s{0,2}=\s{0,2}off|\bgo(?:nosumcheck|nosumdb|insecure)\s{0,2}=|\bgoproxy\s{0,2}=\s{0,2}["']?http:|\bgem\s{1,3}(?:install|sources)\b[^\n]{0,60}(?:--source|-a|--add)\s{1,3}http/gu,
  },
  {
    name: SUPPLY,
    needs: ['@main', '@master', '@head', '@latest'],
    pattern: /(?<![\w./@])[a-z0-9_.-]{1,40}\/[a-z0-9_.-]{1,40}@(?:main|master|head)\b/gu,
  },
  {
    name: SUPPLY,
    needs: ['lockfile', 'lock file', 'integrity', 'checksum', 'hashes', 'package-lock', 'signature'],
    pattern:
      /\b(?:delete|remove|drop|strip|take out)\b[^.\n]{0,30}\b(?:hashes|checksums?|signatures?|integrity)\b[^\n]{0,60}\b(?:requirements|lock|install\w{0,3}|complain\w{0,3}|pip|npm|yarn)\b|\b(?:delete|remove|drop|discard|rm|wipe|throw away)\b[^.\n]{0,40}\b(?:lock ?files?|package-lock\.json|pnpm-lock\.yaml|yarn\.lock|cargo\.lock|poetry\.lock)\b[^.\n]{0,60}\b(?:install|hash\w{0,2}|integrity|mismatch|checksum|mention|tell)|\b(?:integrity|checksum|hash\w{0,2}|signature)s?\b[^.\n]{0,30}\b(?:do(?:es)? not|don't|doesn't|mis)\s{0,1}match\w{0,3}\b[^.\n]{0,50}\b(?:ignore|skip|delete|remove|install anyway|continue|force|go on|disable|bypass)/gu,
  },
];
