import type { Id, Time } from './ids.ts';
import type { Role } from './principal.ts';

/** `disputed` asks the organisation's reviewers to look again, `hidden` does not; `lifted` ends either. */
export type StanceKind = 'disputed' | 'hidden' | 'lifted';

/** What one project says of a lesson of the organisation. Appended: the latest counts. */
export interface Stance {
  readonly lesson_id: Id;
  readonly stance: StanceKind;
  readonly reason: string;
  readonly by: string;
  readonly role: Role | 'policy';
  readonly at: Time;
}

/** The project's lesson of which one for the organisation was made, and by whom. */
export interface Origin {
  readonly lesson_id: Id;
  readonly from_project: string;
  readonly from_lesson_id: Id;
  readonly by: string;
  readonly at: Time;
}
