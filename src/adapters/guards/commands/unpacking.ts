import type { CommandRule } from './command-rule.ts';
import { SHELL } from './programs.ts';

const UNPACKS = 'decodes and runs';

/** Decodes something and runs it. */
export const UNPACKING_RULES: readonly CommandRule[] = [
  {
    name: UNPACKS,
    needs: ['base64', 'xxd', 'openssl', 'gunzip', 'hex', 'rot13', 'tr '],
    pattern: new RegExp(
      `(?:base(?:64|32)\\s{1,3}(?:-d|-D|--decode|-di)|xxd\\s{1,3}-r|openssl\\s{1,3}(?:enc|base64)[^|\\n]{0,40}-d|gunzip|zcat|tr\\s[^|\\n]{1,40})[^|\\n]{0,60}\\|\\s{0,3}(?:sudo\\s)?(?:${SHELL})\\b`,
      'gu',
    ),
  },
  {
    name: UNPACKS,
    needs: [
      'atob',
      'base64',
      'fromhex',
      'b64',
      'frombase64',
      'hex',
      'pack',
      'charcode',
      'unescape',
      'rot13',
      'zlib',
      'marshal',
      'codecs',
    ],
    pattern:
      /\b(?:eval|exec|function|settimeout|system|popen|iex|invoke-expression|compile|assert|new function|vm\.run\w*|subprocess\.\w{1,12}|os\.system|execsync|spawnsync)\b\s{0,3}[([{]?[^\n]{0,60}?(?:atob|fromhex|b64decode|base64|frombase64|unhexlify|fromcharcode|unescape|decodeuricomponent|pack\s{0,2}\(|rot13|zlib|marshal\.loads|codecs\.decode|buffer\.from|\bhex\b)/gu,
  },
  {
    name: UNPACKS,
    needs: ['powershell', 'pwsh'],
    pattern:
      /\b(?:powershell|pwsh)(?:\.exe)?\b[^\n]{0,60}\s-{1,2}e(?:n|nc|ncodedcommand)?\s{1,3}['"]?[a-z0-9+/=]{12,}/gu,
  },
  {
    name: UNPACKS,
    needs: ['base64', 'hex', 'decode'],
    pattern:
      /\$\(\s{0,3}(?:echo|printf|cat)[^\n)]{1,400}\|\s{0,3}(?:base64|xxd|openssl)[^\n)]{0,40}\)|\b(?:perl|ruby|php|node|python3?)\s{1,3}-[a-z]{1,3}\s{1,3}['"][^\n]{0,40}(?:pack|unpack|decode|base64|atob|fromhex|hex)/gu,
  },
  {
    name: UNPACKS,
    needs: ['<<<'],
    pattern: new RegExp(
      `\\b(?:${SHELL})\\b[^\\n|;]{0,20}<<<[^\\n]{0,20}\\$\\([^\\n]{0,60}(?:base64|xxd|openssl|gunzip|rev|tr)\\b`,
      'gu',
    ),
  },
  {
    name: UNPACKS,
    needs: ['printf', 'echo'],
    pattern: new RegExp(
      `\\b(?:printf|echo)\\b[^|\\n]{0,60}\\\\(?:x[0-9a-f]{2}|0?[0-7]{3})[^|\\n]{0,300}\\|\\s{0,3}(?:sudo\\s)?(?:${SHELL})\\b`,
      'gu',
    ),
  },
];
