import { createMboxReader } from '../mail/mbox.ts';
import { piecesFrom, stretchOf } from '../mail/sections.ts';
import { type IntakeItem, failedInput } from './document.ts';
import { WHOLE_BYTES } from './limits.ts';
import { type Place, member, nestingFault } from './place.ts';

/** All documents in a mailbox, message after message as it comes in. */
export async function* unmboxed(chunks: AsyncIterable<Uint8Array>, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) {
    yield failedInput(place.path, tooDeep);
    return;
  }
  const pieces = piecesFrom(chunks, createMboxReader());
  let count = 0;
  for (let piece = await pieces.next(); piece !== undefined; piece = await pieces.next()) {
    if (piece.kind !== 'message') continue;
    count += 1;
    const message = stretchOf(async () => {
      const next = await pieces.next();
      return next?.kind === 'bytes' ? next.bytes : undefined;
    });
    yield* place.unpack.mail(await message.content(WHOLE_BYTES), member(place, `message ${count}`));
    await message.skip();
  }
  if (place.condition.broken !== undefined) yield failedInput(place.path, place.condition.broken);
}
