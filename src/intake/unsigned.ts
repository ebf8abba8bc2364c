import { signedContent } from '../mail/signed-data.ts';
import { type IntakeItem, failedInput } from './document.ts';
import { type Place, deeper, nestingFault, stray } from './place.ts';

/** All documents in signed data (S/MIME, `smime.p7m`), which is at hand: a mail's part with its header, or a file. */
export async function* unsigned(bytes: Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) {
    yield failedInput(place.path, tooDeep);
    return;
  }
  const content = signedContent(bytes);
  if (content === undefined) {
    const item = stray(place, 'a signature (S/MIME)', 'binary');
    if (item !== undefined) yield item;
  } else if (beginsHeader(content)) yield* place.unpack.mail(content, deeper(place));
  else yield* place.unpack.whole(content, deeper(place));
}

const beginsHeader = (content: Uint8Array): boolean =>
  /^[A-Za-z-]{1,64}:/.test(Buffer.from(content.subarray(0, 66)).toString('latin1'));
