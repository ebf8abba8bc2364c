import type { LoggedAddress } from './address.ts';

/** Whom it went to; where that was a mailbox, a command or a file, whom it was for. Those may have an `@` in them as well. */
export function recipientOf({ target, original }: LoggedAddress): string {
  return original !== undefined && (!target.includes('@') || /^[|/>]|^save |^[^"]* /.test(target)) ? original : target;
}
