const BEGIN = '<!-- hone:begin (kept by `hone export`; change lessons with `hone review`) -->';
const END = '<!-- hone:end -->';
const BLOCK = /^<!-- hone:begin\b[^\n]*-->[ \t]*\n[\s\S]*?^<!-- hone:end -->[ \t]*$/mu;

/** Puts lessons between two marks: in place of the block that `file` has, else behind all that it has. */
export const putMarkedBlock = (file: string, lessons: string): string => {
  const block = `${BEGIN}\n\n${lessons.trim()}\n\n${END}`;
  if (BLOCK.test(file)) return file.replace(BLOCK, () => block);
  const before = file.trimEnd();
  return `${before === '' ? '' : `${before}\n\n`}${block}\n`;
};
