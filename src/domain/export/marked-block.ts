import { HoneError } from '../error.ts';

const BEGIN = '<!-- hone:begin (kept by `hone export`; change lessons with `hone review`) -->';
const END = '<!-- hone:end -->';
const BEGINS = /^<!-- hone:begin\b[^\n]*-->[ \t]*$/u;
const ENDS = /^<!-- hone:end -->[ \t]*$/u;
const MARK = /^(?=<!-- hone:(?:begin|end)\b)/gmu;

/**
 * Puts lessons between two marks: in place of the block that `file` has, else behind all that it has. Every byte outside stays,
 * line ends included; without lessons an old block is emptied and no new one made.
 *
 * @throws HoneError CONFLICT when a block is begun and never ended: nobody can say what of the file is whose.
 */
export const putMarkedBlock = (file: string, lessons: string): string => {
  const eol = file.includes('\r\n') ? '\r\n' : '\n';
  // A line of code in a lesson must not end the block.
  const inside = lessons.trim().replace(MARK, ' ');
  const block = [BEGIN, ...(inside === '' ? [] : ['', ...inside.split('\n')]), '', END].join(eol);
  const place = blockIn(file);
  if (place !== null) return `${file.slice(0, place.from)}${block}${file.slice(place.to)}`;
  return inside === '' ? file : `${file}${gapBehind(file, eol)}${block}${eol}`;
};

/** What a file holds beside the block. */
export const withoutMarkedBlock = (file: string): string => {
  const place = blockIn(file);
  return place === null ? file : file.slice(0, place.from) + file.slice(place.to);
};

const gapBehind = (file: string, eol: string): string => {
  if (file === '' || /\n\r?\n$/u.test(file)) return '';
  return file.endsWith('\n') ? eol : eol + eol;
};

/** Place of the block, marks included; a mark inside a fenced example is none. */
const blockIn = (file: string): { from: number; to: number } | null => {
  let at = file.startsWith('\uFEFF') ? 1 : 0;
  let from: number | null = null;
  let fence: string | null = null;
  for (const whole of file.slice(at).split('\n')) {
    const line = whole.replace(/\r$/u, '');
    if (from !== null) {
      if (ENDS.test(line)) return { from, to: at + line.length };
    } else {
      fence = fenceAfter(line, fence);
      if (fence === null && BEGINS.test(line)) from = at;
    }
    at += whole.length + 1;
  }
  if (from === null) return null;
  throw new HoneError(
    'CONFLICT',
    'The file has a `hone:begin` mark without its `hone:end`.',
    'Put `<!-- hone:end -->` on a line of its own behind the last lesson, or take the begin mark out.',
  );
};

const fenceAfter = (line: string, open: string | null): string | null => {
  const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
  if (mark === undefined) return open;
  if (open === null) return mark;
  return mark.startsWith(open) && line.trim() === mark ? null : open;
};
