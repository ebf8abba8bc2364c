import { UserError } from '../core/errors.ts';
import { plural } from '../core/format.ts';
import type { Delivery } from '../delivery/delivery.ts';
import type { Story } from '../delivery/story.ts';

/** What `--message` asks for; nothing is about nothing. */
export function wantedMessage(typed: string): string {
  const wanted = typed.trim();
  if (wanted.replaceAll(/[<>]/g, '') !== '') return wanted;
  throw new UserError('--message names no message', 'it takes an id or an address', '--message anna@example.com');
}

/**
 * Nobody was told of, and everything could be read: what was asked for is mistyped, or in another log. Where something
 * could not be read, the page says so, and nobody knows.
 */
export function refuseNothingTold(story: Story | undefined, { inputs, events }: Delivery): void {
  if (story === undefined || story.steps.length > 0 || inputs.failed.length > 0) return;
  throw new UserError(
    `nothing in these logs is about ${story.wanted}`,
    `${plural(events, 'event')} looked at: an address, a Message-ID, a queue id or the id of a sending service names a message, as it stands in the log`,
  );
}
