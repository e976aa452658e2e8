export interface LessonTitle {
  readonly title: string;
  readonly date?: string;
  readonly hits?: number;
}

const DATE = '(\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\d{1,2}\\.\\d{4})';
const FRONT_DATE = new RegExp(`^[[(]?${DATE}[\\])]?\\s*(?:[:—–|-]\\s*|\\s)`, 'u');
const END_DATE = new RegExp(`\\s*(?:[—–|-]\\s*)?[[(]${DATE}[\\])]$`, 'u');
const ONLY_DATE = new RegExp(`^${DATE}$`, 'u');
const HITS =
  /^\s*[[(](?:hits?|count|treffer):?\s*(\d{1,9})[\])]\s*|\s*[[(](?:hits?|count|treffer):?\s*(\d{1,9})[\])]\s*$/iu;
const NUMBERING = /^(?:(?:lesson|lektion|rule|regel)(?:\s+#?\d{1,4})?[.:]|#?\d{1,4}(?:\.\d{1,3})*[.):])\s+/iu;
const WRAPPED = /^(\*\*|__)(?!\1)(.+?)\1[.:]?$/u;

/** Takes date, hit count and numbering off a heading. */
export const readTitle = (heading: string): LessonTitle => {
  let title = heading.trim();
  const hits = HITS.exec(title);
  if (hits !== null) title = title.replace(HITS, '').trim();
  title = title.replace(NUMBERING, '');
  const date = FRONT_DATE.exec(title) ?? END_DATE.exec(title) ?? ONLY_DATE.exec(title);
  if (date !== null && date[0] !== title) title = title.replace(date[0], '').trim();
  title = title.replace(NUMBERING, '').replace(WRAPPED, '$2').trim();
  return {
    title: title === '' ? heading.trim() : title,
    ...(date?.[1] === undefined ? {} : { date: date[1] }),
    ...(hits === null ? {} : { hits: Number(hits[1] ?? hits[2]) }),
  };
};
