import type { CommandRule } from './command-rule.ts';

const PERSISTS = 'stays on the machine';

/** Stays on the machine: start files, schedules, hooks, settings of agents. */
export const PERSISTING_RULES: readonly CommandRule[] = [
  {
    name: PERSISTS,
    needs: [
      'bashrc',
      'zshrc',
      'profile',
      'bash_login',
      'config.fish',
      'bash_aliases',
      'zshenv',
      'inputrc',
      'xinitrc',
      '$profile',
    ],
    pattern:
      /(?:>>?\s{0,3}|\btee\s{1,3}(?:-a\s{1,3})?|\b(?:append|add|write|put|insert|echo|extend|place|drop|prepend|install|paste)\b[^.\n]{0,120}?)["']?(?:~|\$home|\/root|\/home\/\S{1,30}|\/etc)?[\\/]?\.?(?:bashrc|zshrc|zshenv|bash_profile|profile|bash_login|bash_aliases|config\.fish|inputrc|xinitrc|profile\.d\/\S{1,30})(?![\w-])/gu,
  },
  {
    name: PERSISTS,
    needs: [
      'cron',
      'systemctl',
      'launchctl',
      'launchagents',
      'schtasks',
      'rc.local',
      'systemd',
      'startup',
      'authorized_keys',
      'sudoers',
      'currentversion',
      'autostart',
      'at now',
      'nohup',
      'scheduledtask',
    ],
    pattern:
      /\b(?:crontab\s{1,3}(?:-\s|-e|-l?\s{0,2}\||\S{1,40})|add\w{0,3}\s[^.\n]{0,60}\bcron(?:tab| job| entry)?\b|install\w{0,3}\s[^.\n]{0,60}\bcron(?:tab| job)|@reboot|systemctl\s{1,3}(?:--user\s{1,3})?enable|launchctl\s{1,3}(?:load|bootstrap|submit)|schtasks\s{1,3}\/create|register-scheduledtask)|\/etc\/cron|launchagents|\/etc\/systemd|systemd\/user|rc\.local|\bcurrentversion\\run|(?:>>?|\badd\w{0,3}\b|\bappend\w{0,3}\b|\bput\b|\bcopy\b|\bwrite\b|\binsert\b)[^\n]{0,100}(?:authorized_keys|sudoers|\.config\/autostart|\bdeploy users\b)|\bnohup\s[^\n]{0,80}&\s{0,2}$/gu,
  },
  {
    name: PERSISTS,
    needs: ['hook'],
    pattern:
      /(?:>>?\s{0,3}|\b(?:write|add|install|put|drop|place|create|append|copy|save|link|ln|cp|mv|cat|tee)\b[^\n]{0,100})\.git\/hooks\/|\bcore\.hookspath\b[^\n]{0,60}(?:\/(?:tmp|dev|opt|usr|var|home|root)|~|https?:|\$home)|\b(?:sessionstart|pretooluse|posttooluse|userpromptsubmit|stop)\b[^.\n]{0,60}\bhook\b[^.\n]{0,80}(?:curl|wget|https?:|bash -c|node -e)|\b(?:post-checkout|post-merge|pre-push|post-commit)\b[^.\n]{0,40}\bhook\b[^.\n]{0,80}(?:curl|wget|https?:|sends?\b|upload)/gu,
  },
  {
    name: PERSISTS,
    needs: ['settings', 'mcp', 'tasks.json', 'claude', 'cursor', 'allow', 'codex', 'gemini', 'copilot', 'approval'],
    pattern:
      /\b(?:bash|shell|execute|run)\s{0,2}\(\s{0,2}(?:\*|:\*|\.\*)\s{0,2}\)|"\*"\s{0,3}(?:to|in)\b[^.\n]{0,30}\ballow|\b(?:add|put|insert|append|extend|write|set)\b[^\n]{0,80}\b(?:allow ?-?list|allowed ?tools|permissions\.allow|permissions|auto-?approve\w{0,4}|trusted (?:tools|servers|commands))\b[^\n]{0,60}(?:settings(?:\.local)?\.json|\.claude|\.cursor|\.codex|config\.toml|\.gemini|\.vscode)|(?:settings(?:\.local)?\.json|\.claude\/|\.cursor\/|\.codex\/)[^\n]{0,80}\b(?:allow (?:everything|all|any)|bypass\w{0,12}|defaultmode|auto-?approve|yolo|dangerously)|\b(?:register|add|install|insert|put|enable|configure)\b[^\n]{0,80}\bmcp(?:[ .-]?servers?|\.json|\b)[^\n]{0,80}\b(?:trust\w{0,3}|auto-?approve|without (?:asking|confirm))|\b(?:register|add|install|insert|put)\b[^\n]{0,60}https?:\/\/(?!localhost|127\.)\S{1,80}[^\n]{0,60}(?:\.mcp\.json|mcp servers?|mcp\.json|tool servers?)|\btasks\.json\b[^\n]{0,80}(?:runon|folderopen|curl|wget)/gu,
  },
  {
    name: PERSISTS,
    needs: ['alias', 'git config', 'path=', 'ld_preload', 'node_options', 'pythonstartup', 'prompt_command'],
    pattern:
      /\balias\s{1,3}(?:git|npm|sudo|ssh|ls|cd|python3?|node|docker|kubectl|curl)=["']?[^\n]{0,40}(?:\/|curl|wget|;)|\bgit\s{1,3}config\s{1,3}--(?:global|system)\s{1,3}(?:alias\.\S{1,20}\s{1,3}["']?!|core\.(?:sshcommand|pager|editor|fsmonitor|hookspath)|credential\.helper\s{1,3}["']?!|url\.\S{1,80}insteadof)|\b(?:ld_preload|dyld_insert_libraries|prompt_command|pythonstartup)=\S|\bnode_options=["']?--(?:require|import)\b/gu,
  },
  {
    name: PERSISTS,
    needs: ['postinstall', 'preinstall', 'prepare'],
    pattern:
      /\b(?:scripts\.|["'])(?:postinstall|preinstall|prepare)["']?\s{0,2}[:=]\s{0,2}["'][^"'\n]{0,60}(?:\/tmp|\/var|~|\$home|https?:|curl|wget|\.\.\/)/gu,
  },
];
