import type { CommandRule } from './command-rule.ts';

const SENDS = 'sends data to a host';

/** Sends data to a host, or makes an address with a place for it. */
export const SENDING_RULES: readonly CommandRule[] = [
  {
    name: SENDS,
    needs: ['://'],
    pattern:
      /(?:https?|ftp|wss?):\/\/(?!(?:[\w.-]{0,60}\.)?(?:localhost|127\.0\.0\.1|example\.(?:com|org|net)))[^\s?#"'`<>]{1,200}[?#][^\s"'`]{0,200}?=(?:\{[^}\s]{1,40}\}|<[^>\n]{2,60}>|\$\(|\$\{?[a-z_]{2,}|`|%s|\+\s|\[[a-z ]{3,40}\])/gu,
  },
  {
    name: SENDS,
    needs: ['!['],
    pattern: /!\[[^\]\n]{0,120}\]\(\s{0,2}https?:\/\/[^\s)]{0,200}[?&][^\s)]{0,100}?=(?:\{|<|\$|%7b)/gu,
  },
  {
    name: SENDS,
    needs: ['javascript:', 'vbscript:', 'data:text', 'data:application'],
    pattern:
      /\b(?:javascript|vbscript|livescript):\s?(?:[a-z_$][\w$.]{0,40}\s?[(=.]|[/(%'"`])|\bdata:(?:text\/html|application\/(?:javascript|x-\w{1,20})|text\/javascript|image\/svg\+xml)[;,]/gu,
  },
  {
    name: SENDS,
    needs: [
      'curl',
      'wget',
      'nc ',
      'ncat',
      'fetch(',
      'requests.post',
      'invoke-',
      'scp ',
      'rsync',
      'nslookup',
      'dig ',
      'host ',
      'ping ',
      'axios',
      'sendbeacon',
      'mail ',
    ],
    pattern:
      /\bcurl\b[^\n]{0,160}?\s(?:-d|--data(?:-\w{1,9})?|-f|--form|-t|--upload-file|--json)\s{0,2}["']?[^\n]{0,40}?(?:@|\$\(|`|<|\$\{?[a-z]|env\b)|\b(?:cat|env|printenv|set|history|tar|zip|base64|git (?:diff|log|show|bundle))\b[^\n|]{0,80}\|(?:[^\n|]{0,60}\|){0,2}\s{0,3}(?:curl|wget|nc|ncat|netcat|socat|mail|sendmail|openssl s_client|ssh)\b|\bwget\b[^\n]{0,80}--post-(?:file|data)|\b(?:nc|ncat|netcat)\s{1,3}(?:-\w{1,6}\s{1,3}){0,3}[\w.-]{3,60}\s{1,3}\d{2,5}\s{0,3}<|\b(?:scp|rsync)\s[^\n]{0,80}(?:\.env|\.ssh|\.aws|~|\$home)[^\n]{0,40}\s\S{1,40}:|\b(?:nslookup|dig|host|ping)\s{1,3}(?:-\w{1,4}\s{1,3}(?:\d{1,4}\s{1,3})?){0,2}[^\s]{0,40}(?:\$\(|`|\$\{|<)|\b(?:requests\.post|fetch|axios\.post|navigator\.sendbeacon)\s{0,2}\([^\n]{0,80}(?:document\.cookie|localstorage|process\.env|os\.environ)/gu,
  },
  {
    name: SENDS,
    needs: ['webhook', 'http', 'upload', 'post', 'send'],
    pattern:
      /\b(?:post|send|upload|forward|push|copy|transmit|submit|report|mirror|stream|ship|deliver|beacon)\w{0,3}\b[^\n.]{0,100}?\b(?:to|at|via|through|into)\b[^\n.]{0,40}(?:\bweb ?hook\b[^\n]{0,24})?https?:\/\/(?!(?:[\w.-]{0,60}\.)?(?:localhost|127\.0\.0\.1|example\.(?:com|org|net)))[\w-]/gu,
  },
  {
    name: SENDS,
    needs: ['<'],
    pattern:
      /\b(?:ssh|socat|nc|ncat|netcat|telnet|openssl|curl|mail|sendmail)\b[^\n]{0,120}<\s{0,2}["']?\S{0,40}(?:\.env\b|\.ssh|\.aws|id_(?:rsa|ed25519|ecdsa)|credentials|\.netrc|\/etc\/(?:passwd|shadow))/gu,
  },
  {
    name: SENDS,
    needs: ['git remote', 'invoke-webrequest', 'invoke-restmethod'],
    pattern:
      /\bgit\s{1,3}remote\s{1,3}add\s{1,3}\S{1,40}\s{1,3}\S{1,120}[^\n]{0,60}\bgit\s{1,3}push\s{1,3}\S{1,40}\s{1,3}--(?:all|mirror)\b|\binvoke-(?:webrequest|restmethod)\b[^\n]{0,160}-body\s{1,3}[^\n]{0,20}(?:get-content|gc\b|\$env:|\(ls|get-childitem)/gu,
  },
];
