/** A stretch of a text that is a secret, and of what kind. Never holds the secret. */
export interface SecretSpan {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

interface Shape {
  readonly kind: string;
  /** The first group is the secret, or the whole match. Bounded, so that each start costs a bounded number of steps. */
  readonly pattern: RegExp;
  /** Its end need not look random: the shape alone says what it is. */
  readonly sure?: true;
}

const START = '(?<![A-Za-z0-9])';
const prefixed = (kind: string, prefixes: string, tail: string): Shape => ({
  kind,
  pattern: new RegExp(`${START}(?:${prefixes})${tail}`, 'gu'),
});

/** Tokens that their issuers marked by a prefix, so that they are found wherever they stand. */
const SHAPES: readonly Shape[] = [
  prefixed('Hone token', 'hone_', '[A-Za-z0-9_-]{32,128}'),
  prefixed('GitHub token', 'gh[pousr]_', '[A-Za-z0-9]{20,255}'),
  prefixed('GitHub token', 'github_pat_', '[A-Za-z0-9_]{22,255}'),
  prefixed('GitLab token', 'gl(?:pat|dt|rt|ptt|agent|cbt|ft|imt|oas|soat)-', '[A-Za-z0-9_=.-]{18,128}'),
  prefixed('Slack token', 'xox[abeoprs]-|xapp-', '[A-Za-z0-9-]{12,255}'),
  prefixed('payment key', '(?:sk|rk)_(?:live|test|prod)_|whsec_', '[A-Za-z0-9]{16,255}'),
  prefixed('AWS key id', 'AKIA|ASIA|ABIA|ACCA|AROA|AIDA', '[A-Z0-9]{16}(?![A-Za-z0-9])'),
  prefixed('Google key', 'AIza', '[A-Za-z0-9_-]{35}'),
  prefixed('Google token', 'ya29[.]|1//0|GOCSPX-', '[A-Za-z0-9_-]{20,512}'),
  prefixed('package registry token', 'npm_|pypi-AgE|rubygems_|oy2|cio|crates_', '[A-Za-z0-9_-]{30,512}'),
  prefixed('model service key', 'sk-(?:ant-|proj-|svcacct-|admin-|or-v1-|lf-)?', '[A-Za-z0-9_-]{20,512}'),
  prefixed('model service key', 'hf_|r8_|gsk_|xai-|pplx-|AQ[.]|nvapi-|co_|tgp_v1_|fw_', '[A-Za-z0-9_-]{24,255}'),
  prefixed('mail service key', 'SG[.]', '[A-Za-z0-9_-]{16,64}[.][A-Za-z0-9_-]{16,128}'),
  prefixed('mail service key', 'key-', '[0-9a-f]{32}(?![A-Za-z0-9])'),
  prefixed('mail service key', 'xkeysib-|xsmtpsib-|re_', '[A-Za-z0-9_-]{24,128}'),
  { kind: 'mail service key', pattern: /(?<![A-Za-z0-9])[0-9a-f]{32}-us\d{1,2}(?!\w)/gu },
  { kind: 'telephony key', pattern: /(?<![A-Za-z0-9])(?:AC|SK)[0-9a-f]{32}(?![A-Za-z0-9])/gu },
  prefixed('shop token', 'shp(?:at|ca|pa|ss)_', '[A-Fa-f0-9]{32,64}'),
  prefixed('cloud token', 'do[opr]_v1_', '[a-f0-9]{64}'),
  prefixed('cloud token', 'dapi', '[a-f0-9]{32}(?:-\\d)?(?![A-Za-z0-9])'),
  prefixed(
    'cloud token',
    'fo1_|fm[12][ar]?_|FlyV1 |sbp_|vercel_|CFPAT-|tskey-(?:auth|api|client)-',
    '[A-Za-z0-9_=,/+-]{24,512}',
  ),
  prefixed('vault token', 'hv[sbr][.]|s[.](?=\\w{0,24}\\d)', '[A-Za-z0-9_-]{24,512}'),
  { kind: 'infrastructure token', pattern: /(?<![A-Za-z0-9])[A-Za-z0-9]{14}[.]atlasv1[.][A-Za-z0-9_=-]{40,128}/gu },
  prefixed('design tool token', 'fig[dour]_', '[A-Za-z0-9_-]{30,128}'),
  prefixed(
    'monitoring token',
    'sntry[su]_|glc_|glsa_|NRAK-|NRII-|NRJS-|phx_|phs_|dt0c01[.]',
    '[A-Za-z0-9_+/=.-]{20,512}',
  ),
  prefixed(
    'work tool token',
    'lin_(?:api|oauth)_|ntn_|secret_|ATATT3|ATCTT3|ATBB|pat-(?:na|eu)1-|PMAK-',
    '[A-Za-z0-9_=.-]{24,255}',
  ),
  { kind: 'work tool token', pattern: /(?<![A-Za-z0-9])pat[A-Za-z0-9]{14}[.][a-f0-9]{40,64}/gu },
  prefixed('secret store token', 'dp[.](?:pt|st|ct|sa|scim|audit)[.]|ops_eyJ|infisical_', '[A-Za-z0-9._-]{24,1024}'),
  prefixed('container registry token', 'dckr_(?:pat|oat)_', '[A-Za-z0-9_-]{20,128}'),
  prefixed('commerce token', 'sq0(?:atp|csp|idp)-|EAAA[A-Za-z0-9_-]{4}', '[A-Za-z0-9_-]{18,128}'),
  prefixed('social network token', 'EAA[A-Z]', '[A-Za-z0-9]{40,400}'),
  { kind: 'chat bot token', pattern: /(?<![A-Za-z0-9])\d{8,10}:[A-Za-z0-9_-]{34,36}(?![\w-])/gu },
  {
    kind: 'chat bot token',
    pattern: /(?<![\w-])[MNO][A-Za-z0-9_-]{23,27}[.][A-Za-z0-9_-]{6}[.][A-Za-z0-9_-]{27,40}/gu,
  },
  { kind: 'identity service token', pattern: /(?<![A-Za-z0-9])(?:SSWS )?00[A-Za-z0-9_-]{40}(?![\w-])/gu },
  {
    kind: 'chat webhook',
    sure: true,
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/\w{6,16}\/\w{6,16}\/\w{12,64}/gu,
  },
  {
    kind: 'chat webhook',
    sure: true,
    pattern: /(?:discord(?:app)?\.com)\/api\/(?:v\d{1,2}\/)?webhooks\/\d{15,22}\/[\w-]{40,100}/gu,
  },
  {
    kind: 'chat webhook',
    sure: true,
    pattern: /webhook\.office\.com\/webhookb2\/[\w@-]{30,90}\/IncomingWebhook\/[0-9a-f]{20,64}/gu,
  },
  {
    kind: 'storage account key',
    pattern: /(?:AccountKey|SharedAccessKey|SharedSecret)=([A-Za-z0-9+/]{40,100}={0,2})/gu,
  },
  {
    kind: 'signed address',
    pattern: /[?&](?:sig|X-Amz-Signature|X-Goog-Signature|Signature)=([A-Za-z0-9%+/_=-]{24,600})/gu,
  },
  {
    kind: 'web token',
    sure: true,
    pattern: /(?<![\w-])eyJ[A-Za-z0-9_-]{8,2000}[.]eyJ[A-Za-z0-9_-]{6,4000}[.][A-Za-z0-9_-]{16,2000}/gu,
  },
  {
    kind: 'session token',
    pattern: /(?<![A-Za-z0-9])(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz)[A-Za-z0-9+/=]{40,2000}/gu,
  },
  {
    kind: 'password hash',
    sure: true,
    pattern:
      /\$2[abxy]\$\d{2}\$[./A-Za-z0-9]{53}(?![./A-Za-z0-9])|\$[156]\$[./A-Za-z0-9]{4,16}\$[./A-Za-z0-9]{22,86}(?![./A-Za-z0-9])|\$argon2(?:id?|d)\$v=\d{2}\$[\w=,]{8,40}\$[A-Za-z0-9+/]{16,64}\$[A-Za-z0-9+/]{32,128}/gu,
  },
  {
    kind: 'private key',
    sure: true,
    pattern:
      /["']kty["'][^{}]{0,1200}["'](?:d|k)["']\s{0,3}:\s{0,3}["']([\w-]{32,700})["']|["'](?:d|k)["']\s{0,3}:\s{0,3}["']([\w-]{32,700})["'][^{}]{0,1200}["']kty["']/gu,
  },
  { kind: 'encryption key', sure: true, pattern: /AGE-SECRET-KEY-1[0-9A-Z]{50,64}/gu },
  {
    kind: 'private key',
    sure: true,
    pattern:
      /-----BEGIN[A-Z0-9 ]{0,24} PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]){0,8}[A-Za-z0-9+/=:,. -]{16}(?:[A-Za-z0-9+/=:,. \s-]|\\[nr]){0,8000}/gu,
  },
  {
    kind: 'private key',
    sure: true,
    pattern: /PuTTY-User-Key-File-[23]:[^\n]{0,80}\n[\s\S]{0,4000}?Private-Lines: \d{1,3}\n[A-Za-z0-9+/=\n]{40,4000}/gu,
  },
  { kind: 'private key', sure: true, pattern: /PrivateKey\s{0,3}=\s{0,3}([A-Za-z0-9+/]{43}=)/gu },
];

/** Secrets that are recognised by their own shape. `accept` says whether what a shape found may be one. */
export const findShapes = (text: string, accept: (value: string) => boolean): SecretSpan[] =>
  SHAPES.flatMap(({ kind, pattern, sure }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const whole = match[0];
      const group = match[1] ?? match[2];
      const value = group ?? whole;
      if (sure !== true && !accept(value)) return [];
      const from = match.index + (group === undefined ? 0 : whole.indexOf(group));
      return [{ kind, from, to: from + value.length }];
    }),
  );
