import type { Launch } from '../../domain/client-setup.ts';
import { isOwnHook } from './hook-command.ts';
import { atPath, dropJson, type JsonForm, readJson, refusedFile, setJson } from './json-edits.ts';

/** What is put into the list of each event. */
export type HooksByEvent = (launch: Launch) => Readonly<Record<string, object>>;

/** Adds one entry to each event's list below `hooks`; an older one of Hone's is replaced in its place, others' stay. */
export const addHooks = (text: string, form: JsonForm, wanted: Readonly<Record<string, object>>): string =>
  Object.entries(wanted).reduce((done, [event, entry]) => {
    const list = listOf(done, form, event);
    if (list === undefined) return setJson(done, ['hooks', event], [entry]);
    const own = list.findIndex(isOwnHook);
    if (own < 0) return setJson(done, ['hooks', event, list.length], entry);
    return JSON.stringify(list[own]) === JSON.stringify(entry) ? done : setJson(done, ['hooks', event, own], entry);
  }, text);

const listOf = (text: string, form: JsonForm, event: string): unknown[] | undefined => {
  const list = atPath(readJson(text, form), ['hooks', event]);
  if (list === undefined || Array.isArray(list)) return list;
  throw refusedFile(`\`hooks.${event}\` is not a list`);
};

/** Takes Hone's entries out of every list, and the lists that are empty then. */
export const dropHooks = (text: string, form: JsonForm): string => {
  const hooks = atPath(readJson(text, form), ['hooks']);
  if (typeof hooks !== 'object' || hooks === null) return text;
  return Object.keys(hooks).reduce((done, event) => dropFrom(done, form, event), text);
};

const dropFrom = (text: string, form: JsonForm, event: string): string => {
  const own = (listOf(text, form, event) ?? []).findIndex(isOwnHook);
  return own < 0 ? text : dropFrom(dropJson(text, ['hooks', event, own]), form, event);
};

/** A file for hooks alone; `frame` is what it holds besides. */
export const hooksFile = (path: string, wanted: HooksByEvent, frame: object = {}) => ({
  path,
  add: (text: string | null, launch: Launch) => {
    const form = { loose: false };
    const entries = wanted(launch);
    if (text !== null && text.trim() !== '') return addHooks(text, form, entries);
    const hooks = Object.fromEntries(Object.entries(entries).map(([event, entry]) => [event, [entry]]));
    return `${JSON.stringify({ ...frame, hooks }, null, 2)}\n`;
  },
  remove: (text: string) => {
    const form = { loose: false };
    const left = dropHooks(text, form);
    const nothingElse = Object.keys(readJson(left, form)).every((key) => key in frame);
    return left !== text && nothingElse ? null : left;
  },
  find: (text: string) => ({ hooks: foundHooks(text, { loose: false }) }),
});

/** Lines of Hone's hooks, one an event. */
export const foundHooks = (text: string, form: JsonForm): string[] => {
  const hooks = atPath(readJson(text, form), ['hooks']);
  const lists = Object.values(typeof hooks === 'object' && hooks !== null ? hooks : {});
  return lists.flatMap((list) => linesIn(list).slice(0, 1));
};

const linesIn = (value: unknown): string[] => {
  if (typeof value === 'string') return isOwnHook(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesIn) : [];
};
