import type { Time } from '../ids.ts';
import { INTERVENTION_KINDS, REPEAT_REASONS } from '../intervention.ts';
import { OUTCOME_SOURCES, OUTCOMES } from '../outcome.ts';
import { parseTime } from '../parse-time.ts';
import { RECALL_DECISIONS, RECALL_PATHS } from '../recall.ts';
import { VERDICTS } from '../verdict.ts';
import type { EventLine, EventType } from './event-line.ts';

interface Rule {
  readonly holds: (value: unknown) => boolean;
  /** What is allowed, in words. */
  readonly allowed: string;
  readonly needed?: true;
}

/** Longest key and longest text of a line, in characters. */
const KEY_LENGTH = 200;
const TEXT_LENGTH = 8_000;
const LESSONS_PER_RECALL = 50;
const AHEAD_HOURS = 24;

const isText = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && value.length <= most;
const key: Rule = { holds: (value) => isText(value, KEY_LENGTH), allowed: `a text of 1 to ${KEY_LENGTH} characters` };
const text: Rule = {
  holds: (value) => typeof value === 'string' && value.length <= TEXT_LENGTH,
  allowed: `a text of at most ${TEXT_LENGTH} characters`,
};
const flag: Rule = { holds: (value) => typeof value === 'boolean', allowed: 'true or false' };
const share: Rule = {
  holds: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  allowed: 'a number from 0 to 1',
};
const count: Rule = {
  holds: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  allowed: 'a whole number, 0 or more',
};
const keys: Rule = {
  holds: (value) => Array.isArray(value) && value.length <= LESSONS_PER_RECALL && value.every(key.holds),
  allowed: `a list of at most ${LESSONS_PER_RECALL} ids`,
};
const time: Rule = {
  holds: (value) => typeof value === 'string' && parseTime(value) !== null,
  allowed: 'an ISO 8601 time such as 2026-10-01T09:00:00Z',
};
const oneOf = (values: readonly string[]): Rule => ({
  holds: (value) => values.includes(value as string),
  allowed: `one of ${values.join(', ')}`,
});
const needed = (rule: Rule): Rule => ({ ...rule, needed: true });

const RULES: Record<EventType, Record<string, Rule>> = {
  run: {
    run: needed(key),
    at: needed(time),
    task_key: key,
    task: text,
    project: key,
    workflow: key,
    agent: key,
    model: key,
    arm: oneOf(['memory', 'holdout']),
  },
  recall: {
    run: needed(key),
    at: needed(time),
    path: needed(oneOf(RECALL_PATHS)),
    decision: needed(oneOf(RECALL_DECISIONS)),
    lessons: needed(keys),
    tokens: count,
  },
  intervention: {
    run: key,
    at: needed(time),
    kind: needed(oneOf(INTERVENTION_KINDS)),
    project: key,
    planned: flag,
    wrong: text,
    right: text,
    repeat_of: key,
    why: oneOf(REPEAT_REASONS),
    note: text,
    by: key,
  },
  outcome: {
    run: needed(key),
    at: needed(time),
    outcome: needed(oneOf(OUTCOMES)),
    source: needed(oneOf(OUTCOME_SOURCES)),
    rewrite_share: share,
    fallback_used: flag,
    error: text,
    note: text,
    by: key,
  },
  verdict: {
    run: needed(key),
    at: needed(time),
    lesson: needed(key),
    verdict: needed(oneOf(VERDICTS)),
    by: key,
    source: oneOf(OUTCOME_SOURCES),
  },
};

const isEventType = (value: unknown): value is EventType => typeof value === 'string' && Object.hasOwn(RULES, value);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fromJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const faultOf = (type: EventType, fields: Record<string, unknown>): string | null => {
  const rules = RULES[type];
  if (Object.keys(fields).some((name) => !Object.hasOwn(rules, name))) {
    return `it has a key that a ${type} line does not know; allowed are type, ${Object.keys(rules).join(', ')}`;
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (!Object.hasOwn(fields, name)) {
      if (rule.needed) return `\`${name}\` is missing; it is ${rule.allowed}`;
    } else if (!rule.holds(fields[name])) return `\`${name}\` must be ${rule.allowed}`;
  }
  return null;
};

const isTooFarAhead = (at: Time, now: Time): boolean => Date.parse(at) - Date.parse(now) > AHEAD_HOURS * 3_600_000;

/** The event that a line says, its time in UTC, or why it is refused. The reason never repeats what the line holds. */
export const parseEventLine = (line: string, now: Time): { event: EventLine } | { reason: string } => {
  const value = fromJson(line);
  if (!isObject(value)) return { reason: 'it is not one JSON object' };
  const { type, ...fields } = value;
  if (!isEventType(type)) return { reason: `\`type\` must be one of ${Object.keys(RULES).join(', ')}` };
  const fault = faultOf(type, fields);
  if (fault !== null) return { reason: fault };
  const at = parseTime(String(fields.at)) ?? now;
  if (isTooFarAhead(at, now)) return { reason: `\`at\` lies more than ${AHEAD_HOURS} hours ahead` };
  // Every field was checked against the rules of its type just above.
  return { event: { ...fields, type, at } as unknown as EventLine };
};
