import { crc32 } from 'node:zlib';
import { type ByteReader, byteReader } from './byte-reader.ts';
import { type Decoder, decoderFor } from './decode.ts';
import { type Condition, type IntakeItem, failedInput } from './document.ts';
import { gunzipped, gunzippedWhole } from './gzip.ts';
import { type InflateEnd, inflated } from './inflate.ts';
import { type Budget, HEAD_BYTES, TEXT_BYTES, WHOLE_BYTES, size, spend } from './limits.ts';
import type { SmallInflater } from './small-inflater.ts';
import { otherText, recogniseBytes } from './recognise.ts';
import { type ZipItem, type ZipMember, openZip, withoutTail, zipMembers } from './zip.ts';

/** Where bytes come from, and what they may still cost. */
export interface Place {
  readonly path: string;
  /** The file itself, where the bytes are its own: archives are read from there, not from memory. */
  readonly file?: string;
  /** Archives around it. */
  readonly depth: number;
  readonly budget: Budget;
  readonly condition: Condition;
  readonly inflater: SmallInflater;
}

const notAReport = (place: Place, looksLike: string): IntakeItem =>
  failedInput(place.path, `not a DMARC report: looks like ${looksLike}`);

/** The fast path: bytes at hand that are a text, or one gzip layer around it. Undefined where it takes more. */
async function unpackedAtOnce(bytes: Uint8Array, place: Place): Promise<IntakeItem | undefined> {
  const content = recogniseBytes(bytes);
  if (content.kind === 'empty') return failedInput(place.path, place.condition.broken ?? 'empty file');
  if (content.kind === 'other') return notAReport(place, content.looksLike);
  if (content.kind === 'text') return textDocument(bytes, place);
  if (content.kind === 'zip') return undefined;
  const inner = await gunzippedWhole(bytes, place.inflater);
  if (inner === undefined) return undefined;
  const fault = spend(place.budget, inner.length, { packed: bytes.length, unpacked: inner.length });
  if (fault !== undefined) return failedInput(place.path, fault);
  const innerKind = recogniseBytes(inner).kind;
  return innerKind === 'gzip' || innerKind === 'zip' ? undefined : unpackedAtOnce(inner, place);
}

function textDocument(bytes: Uint8Array, place: Place): IntakeItem {
  const text = decoderFor(bytes, place.condition)(bytes, true);
  const looksLike = otherText(text.slice(0, HEAD_BYTES));
  if (looksLike !== undefined) return notAReport(place, looksLike);
  return { kind: 'document', form: 'xml', path: place.path, text, condition: place.condition };
}

/** All documents in bytes at hand. */
export async function* unpacked(bytes: Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const item = await unpackedAtOnce(bytes, place);
  if (item !== undefined) yield item;
  else if (recogniseBytes(bytes).kind === 'zip') yield* unzipped(bytes, place);
  else yield* unpackedStream(gunzipped(single(bytes), place.budget, place.condition), deeper(place));
}

/** All documents in a stream of bytes: short ones whole, long ones in pieces. */
export async function* unpackedStream(chunks: AsyncIterable<Uint8Array>, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) {
    yield failedInput(place.path, tooDeep);
    return;
  }
  const input = byteReader(chunks);
  try {
    const head = await input.take(HEAD_BYTES);
    if (head.length < HEAD_BYTES) {
      yield* unpacked(head, place);
      return;
    }
    input.unread(head);
    yield* unpackedLong(head, input, place);
  } finally {
    await input.close();
  }
}

async function* unpackedLong(head: Uint8Array, input: ByteReader, place: Place): AsyncGenerator<IntakeItem> {
  const content = recogniseBytes(head);
  if (content.kind === 'other') yield notAReport(place, content.looksLike);
  else if (content.kind === 'gzip') {
    yield* unpackedStream(gunzipped(input.rest(HEAD_BYTES), place.budget, place.condition), deeper(place));
  } else if (content.kind === 'zip') {
    if (place.file !== undefined) {
      yield* unzipped(place.file, place);
      return;
    }
    const { heldArchiveBytes } = place.budget.limits;
    const archive = await input.take(heldArchiveBytes + 1);
    if (archive.length <= heldArchiveBytes) {
      yield* unzipped(archive, place);
      return;
    }
    const limit = size(heldArchiveBytes);
    yield failedInput(place.path, `zip archive of more than ${limit}, the limit for one that is not a file of its own`);
  } else {
    const looksLike = otherText(decoderFor(head, { repairs: [] })(head, false));
    if (looksLike !== undefined) {
      yield notAReport(place, looksLike);
      return;
    }
    const text = decoded(input.rest(TEXT_BYTES), decoderFor(head, place.condition));
    yield { kind: 'document', form: 'xml', path: place.path, text, condition: place.condition };
  }
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, decode: Decoder): AsyncGenerator<string> {
  for await (const bytes of chunks) yield decode(bytes, false);
  yield decode(new Uint8Array(0), true);
}

async function* unzipped(from: string | Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) {
    yield failedInput(place.path, tooDeep);
    return;
  }
  const { members } = place.budget.limits;
  let count = 0;
  try {
    const archive = typeof from === 'string' ? from : withoutTail(from);
    const tail = from.length - archive.length;
    const zip = await openZip(archive);
    try {
      for await (const member of zipMembers(zip)) {
        count += 1;
        if (count > members) {
          yield failedInput(place.path, `more than ${members} members, the limit; the rest is not read`);
          return;
        }
        yield* unpackedMember(member, {
          ...deeper(place),
          path: `${place.path} › ${member.name}`,
          condition: { repairs: tail === 0 ? [] : [{ what: `${size(tail)} after the zip archive are ignored` }] },
        });
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    yield failedInput(place.path, `zip archive is damaged or cut off: ${(error as Error).message}`);
    return;
  }
  if (count === 0) yield failedInput(place.path, 'zip archive without files');
}

async function* unpackedMember(member: ZipItem, place: Place): AsyncGenerator<IntakeItem> {
  if ('fault' in member) {
    yield failedInput(place.path, member.fault);
    return;
  }
  try {
    const small = member.packed <= WHOLE_BYTES ? await smallMember(member, place) : undefined;
    if (small !== undefined) yield* unpacked(small, place);
    else yield* unpackedStream(memberBytes(member, place), place);
  } catch (error) {
    yield failedInput(place.path, `zip member is damaged: ${(error as Error).message}`);
  }
}

/** A small and healthy member; undefined where `memberBytes` has to look closer. */
async function smallMember(member: ZipMember, place: Place): Promise<Uint8Array | undefined> {
  const packed = await byteReader(member.chunks()).take(WHOLE_BYTES);
  const bytes = member.deflated ? await place.inflater.inflate(packed, member.checksum) : packed;
  if (bytes === undefined || crc32(bytes) !== member.checksum) return undefined;
  return spend(place.budget, bytes.length, { packed: packed.length, unpacked: bytes.length }) === undefined
    ? bytes
    : undefined;
}

async function* memberBytes(member: ZipMember, place: Place): AsyncGenerator<Uint8Array> {
  const end: InflateEnd = { packed: 0, unpacked: 0 };
  let checksum = 0;
  const input = byteReader(member.chunks());
  try {
    const bytes = member.deflated ? inflated(input, place.budget, end) : input.rest(HEAD_BYTES);
    for await (const chunk of bytes) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } finally {
    await input.close();
  }
  place.condition.broken ??=
    end.broken ?? (checksum === member.checksum ? undefined : 'zip member is damaged: the checksum does not match');
}

/** Within one more archive, and no longer a file of its own. */
const deeper = ({ path, depth, budget, condition, inflater }: Place): Place => ({
  path,
  depth: depth + 1,
  budget,
  condition,
  inflater,
});

const nestingFault = (place: Place): string | undefined =>
  place.depth > place.budget.limits.nesting
    ? `archives nested more than ${place.budget.limits.nesting} deep, the limit`
    : undefined;

// oxlint-disable-next-line require-await -- a stream of one chunk
async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
