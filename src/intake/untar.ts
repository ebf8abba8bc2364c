import { visible } from '../core/readable.ts';
import { type ByteReader, byteReader } from './byte-reader.ts';
import { type IntakeItem, failedInput } from './document.ts';
import { isIgnoredMember } from './ignored.ts';
import { WHOLE_BYTES } from './limits.ts';
import { type Place, member } from './place.ts';
import { type TarMember, tarMembers } from './tar.ts';

/** All documents in a tar archive, member after member as it comes in. */
export async function* untarred(input: ByteReader, place: Place): AsyncGenerator<IntakeItem> {
  const { members } = place.budget.limits;
  let count = 0;
  try {
    for await (const item of tarMembers(input)) {
      if (isIgnoredMember(item.name)) continue;
      count += 1;
      if (count > members) {
        yield failedInput(place.path, `more than ${members} members, the limit; the rest is not read`);
        return;
      }
      const within = member(place, visible(item.name));
      if ('fault' in item) yield failedInput(within.path, item.fault);
      else yield* untarredMember(item, within);
    }
  } catch (error) {
    yield failedInput(place.path, `tar archive is damaged: ${(error as Error).message}; the rest is not read`);
    return;
  }
  if (count === 0) yield failedInput(place.path, place.condition.broken ?? 'tar archive without files');
  else if (place.condition.broken !== undefined) yield failedInput(place.path, place.condition.broken);
}

async function* untarredMember(item: TarMember, place: Place): AsyncGenerator<IntakeItem> {
  const chunks = withBreak(item.chunks(), place);
  if (item.size > WHOLE_BYTES) yield* place.unpack.stream(chunks, place);
  else yield* place.unpack.whole(await byteReader(chunks).take(item.size), place);
}

/** What ends too early is read as far as it goes. */
async function* withBreak(chunks: AsyncIterable<Uint8Array>, place: Place): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    place.condition.broken ??= `tar archive is damaged: ${(error as Error).message}`;
  }
}
