import type { CommandRule } from './command-rule.ts';

const WEAKENS = 'switches a protection off';

/** Switches a protection off. */
export const WEAKENING_RULES: readonly CommandRule[] = [
  {
    name: WEAKENS,
    needs: [
      'verify',
      'insecure',
      'curl',
      'certificate',
      'unauthorized',
      'hostkey',
      'ssl',
      'tls',
      'integrity',
      'ignore-certificate',
      'host key',
    ],
    pattern:
      /\bverify\s{0,2}=\s{0,2}false\b|\brejectunauthorized["']?\s{0,2}[:=]\s{0,2}false|\bnode_tls_reject_unauthorized\s{0,2}=\s{0,2}["']?0|\bstricthostkeychecking[ =]{1,3}(?:no|off|accept-new)|\bstrict-ssl\s{0,2}[= ]\s{0,2}false|\b(?:git_ssl_no_verify|http\.sslverify)\s{0,2}[= ]\s{0,2}(?:1|true|false)|--no-check-certificate\b|--no-verify-(?:ssl|integrity|signature)\b|--no-integrity\b|--ignore-(?:certificate|ssl)-errors\b|\binsecureskipverify\s{0,2}[:=]{1,2}\s{0,2}true|\bcurl\b[^\n|]{0,40}\s(?:-k|--insecure)\b|--insecure(?:-registry|-skip-tls-verify)?\b|\bssl_?verify(?:peer|host|_mode|_none)?\b[^\n]{0,10}(?:false|0|none|off)|\bcert_none\b|_create_unverified_context|\bcheckserveridentity\b[^\n]{0,20}(?:undefined|=>)|\btrustallcerts\b|\bdangerous_?accept_?invalid_?(?:certs|hostnames)\b|\bservercertificatevalidationcallback\b/gu,
  },
  {
    name: WEAKENS,
    needs: [
      '--no-verify',
      'no-gpg-sign',
      'commit.gpgsign',
      'skip-checks',
      'no_verify',
      'husky',
      'skip_ci',
      '--skip',
      'gpgcheck',
      'allow-unauthenticated',
      '--force-yes',
      '--no-gpg',
      'nosignature',
    ],
    pattern:
      /(?:^|\s|["'`(])--no-verify\b|\bcommit\.gpgsign\b[^\n]{0,6}false|--no-gpg-sign\b|\bhusky\s{0,2}=\s{0,2}["']?0\b|\bhusky_skip_hooks\b|--no-gpg-checks?\b|\bgpgcheck\s{0,2}=\s{0,2}0|--allow-unauthenticated\b|--force-yes\b|--skip-(?:signature|verification|checksums?|integrity)\w{0,12}/gu,
  },
  {
    name: WEAKENS,
    needs: [
      '0.0.0.0/0',
      'port',
      'selinux',
      'setenforce',
      'ufw',
      'iptables',
      'nopasswd',
      'set-mppreference',
      'firewall',
      'csrutil',
      'spctl',
      'executionpolicy',
      'aslr',
    ],
    pattern:
      /\b0\.0\.0\.0\/0\b|\bopen\w{0,3} (?:up )?port \d{1,5} (?:to|for) (?:everybody|everyone|all|the world|the internet|any\w{0,4})|\bsetenforce\s{1,3}0|\bselinux\s{0,3}=\s{0,3}(?:disabled|permissive)|\bufw\s{1,3}disable|\biptables\s{1,3}-f\b|\bnopasswd\b|\bset-mppreference\b|\bnetsh\s{1,3}advfirewall\s{1,3}set[^\n]{0,30}off|\bcsrutil\s{1,3}disable|\bspctl\s{1,3}--master-disable|\bset-executionpolicy\s{1,3}(?:-\w{1,20}\s{1,3}\w{1,20}\s{1,3})?(?:bypass|unrestricted)/gu,
  },
  {
    name: WEAKENS,
    needs: ['nosec', 'nosemgrep', 'noqa', 'gitleaks:allow', 'secretlint-disable', 'nolint'],
    pattern:
      /\b(?:add|put|append|insert|write|use|sprinkle)\b[^.\n]{0,30}(?:#\s?nosec|nosemgrep|noqa:\s?s\d|gitleaks:allow|secretlint-disable|nolint:gosec)[^.\n]{0,60}\b(?:silence|every|all|each|any|whenever|finding|findings|warning|complain\w{0,3})\b/gu,
  },
];
