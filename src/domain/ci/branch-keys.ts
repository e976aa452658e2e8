const TRACKER_KEY = /[A-Z][A-Z0-9]{1,9}-\d{1,7}/u;
const LEADING_NUMBER = /^#?(\d{1,7})(?=$|[-_])/u;

/** Task keys that a branch may stand for, the likeliest first: itself, its last part, an issue key or number in it. */
export const branchKeys = (branch: string): string[] => {
  const name = branch.trim();
  const last = name.split('/').at(-1) ?? '';
  const issue = TRACKER_KEY.exec(name)?.[0];
  const number = LEADING_NUMBER.exec(last)?.[1];
  const keys = [name, last, issue, ...(number === undefined ? [] : [`#${number}`, number])];
  return [...new Set(keys.filter((key): key is string => key !== undefined && key !== ''))];
};
