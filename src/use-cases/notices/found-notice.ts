import type { Notice } from '../../domain/notice.ts';

/** A notice before it is known for which channel and when it was made. */
export type FoundNotice = Omit<Notice, 'channel' | 'created_at'>;
