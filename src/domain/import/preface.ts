const KEY_VALUE = /^([A-Za-z][\w-]*):\s*(.*)$/u;
const LONGEST = 60;

/**
 * Reads the `---` block that rule files of editors begin with. Its lines are blanked in `rest`, so that line numbers stay true.
 * Lists under a key are joined with commas.
 */
export const splitPreface = (text: string): { preface: Map<string, string>; rest: string } => {
  const lines = text.split('\n');
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, at) => at > 0 && line.trim() === '---') : -1;
  if (end < 1 || end > LONGEST) return { preface: new Map(), rest: text };
  const preface = new Map<string, string>();
  let key = '';
  for (const line of lines.slice(1, end)) {
    const match = KEY_VALUE.exec(line);
    if (match === null) {
      const item = unquoted(line.replace(/^\s*-\s+/u, ''));
      if (key !== '' && item !== '') preface.set(key, [preface.get(key) ?? '', item].filter(Boolean).join(','));
      continue;
    }
    key = (match[1] ?? '').toLowerCase();
    preface.set(key, unquoted(match[2] ?? ''));
  }
  return { preface, rest: [...Array.from({ length: end + 1 }, () => ''), ...lines.slice(end + 1)].join('\n') };
};

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/u, '$2');
