import type { HookEvent } from '../../domain/capture/hook-event.ts';
import { maskSecrets } from '../../domain/guard/find-secrets.ts';
import { cleanText } from '../../domain/text/canonical.ts';
import { present } from './payload-fields.ts';

const LONGEST = 4_000;

const clean = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : maskSecrets(cleanText(text.slice(0, LONGEST).replace(/\p{Surrogate}/gu, '')).text);

/** The event as it may be kept and asked with: no secrets, nothing invisible, no text longer than a page. */
export const withoutSecrets = (event: HookEvent): HookEvent =>
  present<HookEvent>({
    ...event,
    text: clean(event.text),
    command: clean(event.command),
    error: clean(event.error),
    answer: clean(event.answer),
    paths: event.paths?.map((path) => clean(path) ?? ''),
  });
