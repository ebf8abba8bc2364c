import { visible } from '../core/readable.ts';
import { tnefAttachments } from '../mail/tnef.ts';
import type { IntakeItem } from './document.ts';
import { failedInput } from './document.ts';
import { type Place, member, nestingFault, stray } from './place.ts';

/** All documents in a `winmail.dat`, which is at hand: Exchange wraps attachments that way for readers it takes for Outlook. */
export async function* untnefed(bytes: Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) {
    yield failedInput(place.path, tooDeep);
    return;
  }
  const attachments = tnefAttachments(bytes);
  for (const [at, { name, content }] of attachments.entries()) {
    if (at === place.budget.limits.members) {
      yield failedInput(place.path, `more than ${at} members, the limit; the rest is not read`);
      return;
    }
    yield* place.unpack.whole(content, member(place, visible(name ?? `attachment ${at + 1}`)));
  }
  if (attachments.length > 0) return;
  const item = stray(place, 'a text of Outlook (winmail.dat)', 'text');
  if (item !== undefined) yield item;
}
