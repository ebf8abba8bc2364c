import type { ReplyClass } from './class.ts';

/** Classes that say the recipient's address is no good. */
export const OF_ADDRESS: ReadonlySet<ReplyClass> = new Set(['user-unknown', 'domain-unknown', 'mailbox-disabled']);
