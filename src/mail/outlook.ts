import { textIn, windows1252 } from './charset.ts';
import { REUSE, type CompoundEntry, type CompoundFile } from './compound-file.ts';
import { headerFields, type MailField } from './header.ts';
import { NAME_LENGTH, PARTS } from './limits.ts';
import { property, textOf } from './outlook-properties.ts';
import { contentType, type PartHead } from './part.ts';
import type { MailSection } from './sections.ts';

/** What an Outlook message holds, part by part; `embedded` is a message in it, as a storage of the same file. */
export type OutlookItem =
  | { readonly kind: 'header'; readonly fields: readonly MailField[] }
  | MailSection
  | { readonly kind: 'embedded'; readonly name: string | undefined; readonly storage: CompoundEntry }
  | { readonly kind: 'limit'; readonly what: string };

// Properties ([MS-OXPROPS]), as they name the streams: `__substg1.0_` and number, then the type ([MS-OXMSG] §2.2.2).
const HEADERS = '007D';
const SUBJECT = '0037';
const BODY = '1000';
const HTML = '1013';
const ATTACHMENT = '3701';
const LONG_NAME = '3707';
const SHORT_NAME = '3704';
const MEDIA_TYPE = '370E';
const SENDER = '0C1A';
const SENDER_ADDRESS = '5D01';
const DISPLAY_TO = '0E04';
const MESSAGE_ID = '1035';
const BINARY = '0102';
const OBJECT = '000D';

/** Whether a compound file is an Outlook message: old Office files have other streams. */
export const isOutlookMessage = (file: CompoundFile): boolean =>
  file.children(file.root).some(({ name }) => name.startsWith('__properties_version1.0'));

/** The header of a message in a message, as a part of its own: what is reported is known by it. */
export function headerPart(file: CompoundFile, message: CompoundEntry): MailSection {
  const entries = file.children(message);
  const header = textOf(file, entries, HEADERS) ?? '';
  const made = header.trim() === '' ? propertyFields(file, message) : [];
  const text = made.map(({ name, value }) => `${name}: ${value}\n`).join('');
  return section('text/rfc822-headers', undefined, Buffer.from(text === '' ? header : text));
}

/** What the properties tell of a message that has no header: it was sent or made within the house. */
export function propertyFields(file: CompoundFile, message: CompoundEntry): MailField[] {
  const entries = file.children(message);
  const said = (number: string): string => (textOf(file, entries, number) ?? '').replaceAll(/\s{1,1000}/g, ' ').trim();
  const [name, address] = [said(SENDER), said(SENDER_ADDRESS)];
  const fields = [
    { name: 'from', value: address === '' ? name : `${name} <${address}>`.trim() },
    { name: 'to', value: said(DISPLAY_TO) },
    { name: 'subject', value: said(SUBJECT) },
    { name: 'message-id', value: said(MESSAGE_ID) },
  ];
  return fields.filter(({ value }) => value !== '');
}

/** The parts of an Outlook message ([MS-OXMSG]): its text, then its attachments. */
export function* outlookItems(file: CompoundFile, message: CompoundEntry): Generator<OutlookItem> {
  const entries = file.children(message);
  const fields = headerFields(Buffer.from(textOf(file, entries, HEADERS) ?? ''));
  const subject = textOf(file, entries, SUBJECT);
  yield {
    kind: 'header',
    fields: fields.length > 0 || subject === undefined ? fields : [{ name: 'subject', value: subject }],
  };
  const body = textOf(file, entries, BODY);
  const html = body === undefined || body.trim() === '' ? htmlBody(file, entries) : undefined;
  if (html !== undefined) yield html;
  else if (body !== undefined) yield section('text/plain', undefined, Buffer.from(body));
  const attachments = entries
    .filter(({ name, kind }) => kind === 'storage' && name.startsWith('__attach_version1.0'))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  for (const [at, attachment] of attachments.entries()) {
    if (at === PARTS) {
      yield { kind: 'limit', what: `more than ${PARTS} parts, the limit; the rest is not read` };
      return;
    }
    for (const item of attached(file, file.children(attachment))) {
      yield item;
      if (item.kind === 'limit') return;
    }
  }
}

/** Characters at the beginning of a page that may name its charset. */
const PAGE_HEAD = 2000;

/** The text as a page, where there is none without markup: bytes in the charset that the page names, or a text. */
function htmlBody(file: CompoundFile, entries: readonly CompoundEntry[]): MailSection | undefined {
  const page = property(entries, HTML, BINARY);
  const bytes = page?.kind === 'stream' ? file.bytes(page) : undefined;
  if (bytes !== undefined) {
    const head = windows1252(bytes.subarray(0, PAGE_HEAD));
    const charset = /charset=["']?(?<name>[\w.:-]{2,40})/i.exec(head)?.groups?.['name'];
    return section('text/html', undefined, Buffer.from(textIn(bytes, charset)));
  }
  const text = textOf(file, entries, HTML);
  return text === undefined ? undefined : section('text/html', undefined, Buffer.from(text));
}

function* attached(file: CompoundFile, entries: readonly CompoundEntry[]): Generator<OutlookItem> {
  const name = (textOf(file, entries, LONG_NAME) ?? textOf(file, entries, SHORT_NAME))?.slice(0, NAME_LENGTH);
  const storage = property(entries, ATTACHMENT, OBJECT);
  if (storage?.kind === 'storage') yield { kind: 'embedded', name, storage };
  const content = property(entries, ATTACHMENT, BINARY);
  if (content?.kind !== 'stream') return;
  const bytes = file.bytes(content);
  const what = `attachments of more than ${REUSE} times the size of the file, the limit; the rest is not read`;
  yield bytes === undefined
    ? { kind: 'limit', what }
    : section(textOf(file, entries, MEDIA_TYPE) ?? 'application/octet-stream', name, bytes);
}

function section(type: string, name: string | undefined, content: Uint8Array): MailSection {
  const head: PartHead = {
    ...contentType([{ name: 'content-type', value: type }], 'application/octet-stream'),
    encoding: 'identity',
    around: [],
    place: 'part',
    repairs: [],
    ...(name === undefined || name === '' ? {} : { name }),
  };
  return { kind: 'section', head, content, ending: {} };
}
