import type { HookEvent } from '../../../domain/capture/hook-event.ts';
import { type Payload, present, textOf } from '../payload-fields.ts';

/** git says what it does in GIT_REFLOG_ACTION: `merge BRANCH`, or `pull …`, which names none. */
export const ofGit = (event: string, payload: Payload): HookEvent | null => {
  if (event !== 'post-merge') return null;
  const branch = /^merge (\S+)/u.exec(textOf(payload, 'action') ?? '')?.[1];
  return present<HookEvent>({ client: 'git', kind: 'merged', session: '', branch, folder: textOf(payload, 'folder') });
};
