import type { CommandRule } from './command-rule.ts';
import { FETCH, SHELL } from './programs.ts';

const RUNS = 'downloads and runs';

/** Downloads something and runs it. */
export const RUNNING_RULES: readonly CommandRule[] = [
  {
    name: RUNS,
    needs: ['|'],
    pattern: new RegExp(
      `\\b(?:${FETCH})\\b[^\\n|]{0,200}\\|(?:[^\\n|]{0,60}\\|){0,3}\\s{0,3}(?:sudo\\s(?:-\\S{1,10}\\s){0,2}|env\\s(?:\\w{1,20}=\\S{0,20}\\s){0,4})?(?:\\/\\S{0,20}\\/)?(?:${SHELL})\\b`,
      'gu',
    ),
  },
  {
    name: RUNS,
    needs: ['('],
    pattern: new RegExp(
      `\\b(?:${SHELL}|eval|exec)\\b[^\\n]{0,24}(?:<\\(|\\$\\()\\s{0,3}(?:${FETCH})\\b|(?:^|[\\s;\`"'(])\\.\\s{1,2}<\\(`,
      'gu',
    ),
  },
  {
    name: RUNS,
    needs: ['`'],
    pattern: new RegExp(`(?:${SHELL}|eval|exec)\\s[^\\n]{0,10}\`\\s{0,3}(?:curl|wget)\\b`, 'gu'),
  },
  {
    name: RUNS,
    needs: ['curl', 'wget', 'iwr', 'fetch', 'invoke-webrequest', 'download'],
    pattern: new RegExp(
      `\\b(?:curl|wget|iwr|invoke-webrequest|download\\w{0,4}|fetch)\\b[\\s\\S]{0,200}?(?:chmod\\s{1,3}(?:\\+x|[0-7]{3,4})|start-process|&&\\s{0,3}(?:${SHELL})\\s|;\\s{0,3}(?:${SHELL})\\s|(?:&&|;|then|and)\\s{0,3}(?:run\\s{1,2})?(?:it with\\s)?\`?\\.\\/\\w)`,
      'gu',
    ),
  },
  {
    name: RUNS,
    needs: ['url', 'download', 'fetch', 'request', 'import', 'require'],
    pattern:
      /\b(?:exec|eval|iex|invoke-expression|function|compile|runpy|importlib|vm\.run\w*|new function|system|popen|child_process\S{0,20}|os\.system|subprocess\.\w{1,12})\s{0,3}\(?[^\n]{0,80}?(?:urlopen|urllib|uri\.open|open\(['"]https?:|requests\.get|downloadstring|webclient|fetch\(|http\.get|https\.get|net\.http|open-uri|urlretrieve|axios|got\(|import\(['"`]https?:)/gu,
  },
  {
    name: RUNS,
    needs: ['download', 'webclient'],
    pattern:
      /\b(?:iex|invoke-expression|\.invoke)\b[^\n]{0,60}(?:download|webclient)|(?:downloadstring|downloadfile)\s{0,3}\([^\n]{0,120}(?:iex|start|invoke|&)/gu,
  },
  {
    name: RUNS,
    needs: ['http', 'git+'],
    pattern:
      /\b(?:npx|npm (?:i|install|exec)|pnpm (?:add|dlx)|yarn (?:add|dlx)|bunx|pip3? install|pipx (?:run|install)|uvx|uv (?:tool|pip) \w{3,8}|go run|deno run|gem install|cargo install|easy_install|docker run)\b[^\n;]{0,60}?(?:git\+)?(?:https?|git|ssh):\/\/(?!(?:[\w.-]{0,40}\.)?(?:localhost|127\.0\.0\.1|example\.com))\S/gu,
  },
  {
    name: RUNS,
    needs: ['docker', 'podman'],
    pattern:
      /\b(?:docker|podman) run\b[^\n]{0,120}(?:-v|--volume|--mount)\s{0,2}[=]?\s{0,2}(?:type=bind,)?\S{0,12}(?:\/:|\/var\/run\/docker\.sock|~|\$home|\/etc|\/root)|\b(?:docker|podman) run\b[^\n]{0,80}--privileged/gu,
  },
  {
    name: RUNS,
    needs: ['http'],
    pattern:
      /\b(?:contact|download|fetch|get|install|grab|pull|obtain|visit|load)\b[^\n]{0,60}https?:\/\/(?!(?:localhost|127\.))\S{1,120}[^\n]{0,60}\b(?:patched|binary|binaries|executable|installer|setup|agent|fix|run it|execute|launch|install it|and start)\b|\b(?:patched|hotfixed|signed) (?:binary|build|version|installer)\b[^\n]{0,60}https?:\/\//gu,
  },
  {
    name: RUNS,
    needs: ['installer', 'script'],
    pattern:
      /\b(?:pip(?:e|es|ed|ing))\b[^.\n]{0,50}\b(?:installer|install script|download|script|url|remote)\b[^.\n]{0,40}\b(?:into|to|through)\b[^.\n]{0,20}\b(?:sh|bash|zsh|shell|interpreter|python|powershell)\b/gu,
  },
  {
    name: RUNS,
    needs: ['fetch', 'get(', 'axios', 'request'],
    pattern:
      /\b(?:fetch|axios(?:\.get)?|https?\.get|request)\([^\n]{0,160}\b(?:eval|new function|vm\.run\w{0,20}|exec\w{0,4})\b/gu,
  },
  {
    name: RUNS,
    needs: ['http'],
    pattern: /\b(?:eval|exec|require|importscripts)\s?\([^)\n]{0,60}https?:\/\//gu,
  },
  {
    name: RUNS,
    needs: ['http'],
    pattern:
      /\b(?:mshta|regsvr32|rundll32|wmic|msiexec|hh|cscript|wscript|installutil|certutil|bitsadmin)(?:\.exe)?\b[^\n]{0,60}https?:\/\//gu,
  },
  {
    name: RUNS,
    needs: ['iex', 'invoke-expression'],
    pattern:
      /\b(?:iex|invoke-expression)\b\s{0,3}[("'`&$]{0,4}\s{0,3}(?:iwr|irm|curl|wget|invoke-webrequest|invoke-restmethod)\b/gu,
  },
];
