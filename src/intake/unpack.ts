import { type ByteReader, byteReader, oneChunk } from './byte-reader.ts';
import { type Decoder, decoderFor } from './decode.ts';
import { type IntakeItem, failedInput } from './document.ts';
import { gunzippedWhole } from './gzip.ts';
import { HEAD_BYTES, TEXT_BYTES, size, spend } from './limits.ts';
import { unmailed } from './mail.ts';
import { unpackFirst } from './unpack-first.ts';
import { isPacking, UNPACKERS } from './unpackers.ts';
import { type Place, type Unpack, deeper, nestingFault, stray } from './place.ts';
import { type Container, holdsReport, recogniseBytes, textForm } from './recognise.ts';
import { isHtmlPage, reportInHtml, SHOWN_IN_PAGE } from './shown-report.ts';
import { unmboxed } from './unmbox.ts';
import { unoutlooked } from './unoutlook.ts';
import { untnefed } from './untnef.ts';
import { unsigned } from './unsigned.ts';
import { untarred } from './untar.ts';
import { unzipped } from './unzip.ts';

/** The fast path: bytes at hand that are a text, or one gzip layer around it; what they are where it takes more. */
function unpackedAtOnce(bytes: Uint8Array, place: Place): IntakeItem | Container | undefined {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) return failedInput(place.path, tooDeep);
  const content = recogniseBytes(bytes);
  if (content.kind === 'empty') return failedInput(place.path, place.condition.broken ?? 'empty file');
  if (content.kind === 'other') return stray(place, content.looksLike, 'binary');
  if (content.kind === 'packed') return packedOtherwise(place, content);
  if (content.kind === 'text') return textDocument(bytes, place);
  if (content.kind !== 'gzip') return content.kind;
  const inner = gunzippedWhole(bytes);
  if (inner === undefined) return 'gzip';
  const fault = spend(place.budget, inner.length, { packed: bytes.length, unpacked: inner.length });
  if (fault !== undefined) return failedInput(place.path, fault);
  const within = unpackedAtOnce(inner, deeper(place));
  // What lies deeper is unpacked once more, in a stream: that is rare.
  return typeof within === 'string' ? 'gzip' : within;
}

const packedOtherwise = (place: Place, { what, command }: { what: string; command: string }): IntakeItem =>
  failedInput(place.path, unpackFirst(what, command));

function textDocument(bytes: Uint8Array, place: Place): IntakeItem | undefined {
  const text = decoderFor(bytes, place.condition, place.mail?.charset)(bytes, true);
  const shown = isHtmlPage(text.slice(0, HEAD_BYTES)) ? reportInHtml(text) : undefined;
  if (shown === undefined) return documentOf(text.slice(0, HEAD_BYTES), text, place);
  place.condition.repairs.push(SHOWN_IN_PAGE);
  return documentOf(shown.slice(0, HEAD_BYTES), shown, place);
}

function documentOf(head: string, text: string | AsyncIterable<string>, place: Place): IntakeItem | undefined {
  const form = textForm(head);
  if (typeof form === 'object') return stray(place, form.looksLike, 'text');
  // Within a mail, much is markup: a report is what holds one, or says that it is one.
  const { mail } = place;
  if (form === 'xml' && mail !== undefined && mail.claim !== 'report' && !holdsReport(head)) {
    return stray(place, 'markup of another kind', 'text');
  }
  return { kind: 'document', form, path: place.path, text, condition: place.condition };
}

/** All documents in bytes at hand, which may be lent: what they are is found out before anything waits. */
async function* unpacked(bytes: Uint8Array, place: Place): AsyncGenerator<IntakeItem> {
  const kind = unpackedAtOnce(bytes, place);
  if (kind === undefined) return;
  if (typeof kind === 'object') {
    yield kind;
    return;
  }
  // From here on there is waiting, and the memory they are lent from may be used for something else.
  const own = Uint8Array.from(bytes);
  if (kind === 'zip') yield* unzipped(own, place);
  else if (kind === 'mail') yield* unmailed(own, place);
  else if (kind === 'compound') yield* unoutlooked(own, place);
  else if (kind === 'tnef') yield* untnefed(own, place);
  else if (kind === 'signed') yield* unsigned(own, place);
  else yield* unpackedLong(kind, byteReader(oneChunk(own)), place);
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
    const content = recogniseBytes(head);
    let item: IntakeItem | undefined;
    if (content.kind === 'other') item = stray(place, content.looksLike, 'binary');
    else if (content.kind === 'packed') item = packedOtherwise(place, content);
    else if (content.kind === 'text' || content.kind === 'empty') {
      const start = decoderFor(head, { repairs: [] }, place.mail?.charset)(head, false);
      const decode = decoderFor(head, place.condition, place.mail?.charset);
      item = documentOf(start, decoded(input.rest(TEXT_BYTES), decode), place);
    } else yield* unpackedLong(content.kind, input, place);
    if (item !== undefined) yield item;
  } finally {
    await input.close();
  }
}

/** What is packed in a way that streams, and what has to be held to be unpacked. */
async function* unpackedLong(kind: Container, input: ByteReader, place: Place): AsyncGenerator<IntakeItem> {
  const { budget, condition } = place;
  const rest = input.rest(HEAD_BYTES);
  if (isPacking(kind)) yield* unpackedStream(UNPACKERS[kind](rest, budget, condition), deeper(place));
  else if (kind === 'tar') yield* untarred(input, place);
  else if (kind === 'mbox') yield* unmboxed(rest, place);
  else if (kind === 'mail') yield* unmailed(rest, place);
  else if (kind === 'zip' && place.file !== undefined) yield* unzipped(place.file, place);
  else yield* unpackedHeld(kind, input, place);
}

const HELD = { zip: 'zip archive', compound: 'Outlook message', tnef: 'winmail.dat', signed: 'signed mail' } as const;
type Held = keyof typeof HELD;
const HELD_READERS = { zip: unzipped, compound: unoutlooked, tnef: untnefed, signed: unsigned } as const;

async function* unpackedHeld(kind: Held, input: ByteReader, place: Place): AsyncGenerator<IntakeItem> {
  const { heldArchiveBytes } = place.budget.limits;
  const archive = await input.take(heldArchiveBytes + 1);
  if (archive.length <= heldArchiveBytes) {
    yield* HELD_READERS[kind](archive, place);
    return;
  }
  const limit = `${HELD[kind]} of more than ${size(heldArchiveBytes)}, the limit`;
  yield failedInput(place.path, kind === 'zip' ? `${limit} for one that is not a file of its own` : limit);
}

async function* decoded(chunks: AsyncIterable<Uint8Array>, decode: Decoder): AsyncGenerator<string> {
  for await (const bytes of chunks) yield decode(bytes, false);
  yield decode(new Uint8Array(0), true);
}

export const UNPACK: Unpack = { whole: unpacked, stream: unpackedStream, mail: unmailed };
