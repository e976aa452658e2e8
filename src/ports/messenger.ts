import type { Notice, NoticeChannel } from '../domain/notice.ts';

export type Delivery =
  | { readonly sent: true }
  /** `forGood`: the receiver wants no more. `reason` is fit to be shown: a status, or a kind of failure. */
  | { readonly sent: false; readonly reason: string; readonly forGood: boolean };

/** Brings a notice to where people are. One attempt, a few seconds at most; never throws. Trying again is the caller's. */
export interface Messenger {
  readonly channel: NoticeChannel;
  /** `link`: the page of the console, where its address is known. */
  deliver(notice: Notice, link: string | null): Promise<Delivery>;
}
