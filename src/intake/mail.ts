import { visible } from '../core/readable.ts';
import { textIn } from '../mail/charset.ts';
import { isBlank } from '../mail/lines.ts';
import type { PartHead } from '../mail/part.ts';
import { type MailItem, type MailSection, sectionsFrom, sectionsOf } from '../mail/sections.ts';
import { transferDecoder } from '../mail/transfer.ts';
import { type IntakeItem, failedInput } from './document.ts';
import {
  type FeedbackDraft,
  feedbackMail,
  feedbackRole,
  holdsFeedback,
  isReturned,
  keepText,
  looksLikeFeedback,
} from './feedback.ts';
import { WHOLE_BYTES } from './limits.ts';
import { decodedAtHand, encodingOf, isPacked } from './part-encoding.ts';
import { keptPiece, namelessPiece, pieceHeader } from './pieced-mail.ts';
import { type Place, deeper, nestingFault } from './place.ts';
import { claimOf } from './report-name.ts';
import { reportInHtml, SHOWN_IN_PAGE } from './shown-report.ts';

type Content = Uint8Array | AsyncIterable<Uint8Array>;

/** All documents in a mail, at hand or of any length. */
export async function* unmailed(content: Content, place: Place): AsyncGenerator<IntakeItem> {
  const tooDeep = nestingFault(place);
  if (tooDeep !== undefined) yield failedInput(place.path, tooDeep);
  else {
    const items = content instanceof Uint8Array ? sectionsOf(content) : sectionsFrom(content, WHOLE_BYTES);
    yield* mailContents(items, place);
  }
}

/** What a mail holds: reports in its parts, itself where it reports about a message, or else that it holds none. */
export async function* mailContents(
  items: Iterable<MailItem> | AsyncIterable<MailItem>,
  place: Place,
): AsyncGenerator<IntakeItem> {
  const draft: FeedbackDraft = { fields: [], repairs: [] };
  let found = false;
  let number = 0;
  let other = 'a mail without a report';
  let piece: ReturnType<typeof pieceHeader>;
  for await (const item of items) {
    if (item.kind === 'header') {
      draft.fields = item.fields;
      // Signed data can be read: what it holds says what it is.
      const signed = item.parameters.get('smime-type')?.toLowerCase() === 'signed-data';
      const kind = signed ? undefined : OTHER_MAILS.find(([, type]) => type.test(item.type));
      other = kind?.[0] ?? other;
      piece = pieceHeader(item, item.fields);
      const nameless = piece === undefined ? namelessPiece(item) : undefined;
      if (nameless !== undefined) place.condition.repairs.push({ what: nameless });
      // A feedback report that somebody saved without the mail around it.
      const bare = item.fields.some(({ name }) => name === 'feedback-type');
      if (bare) draft.feedback = item.fields.map(({ name, value }) => `${name}: ${value}`).join('\n');
    } else if (item.kind === 'limit') {
      found = true;
      yield failedInput(place.path, item.what);
    } else if (piece !== undefined) {
      found = true;
      yield* keptPiece(piece, item, place);
    } else {
      if (item.head.place === 'part') number += 1;
      if (item.head.type === 'message/delivery-status') other = 'a bounce';
      for await (const within of partContents(item, partPlace(item.head, number, place), draft)) {
        // A forwarded mail without a report is one with the mail it lies in.
        if (within.kind === 'passed-over') continue;
        found = true;
        yield within;
      }
    }
  }
  if (place.condition.broken !== undefined) {
    found = true;
    yield failedInput(place.path, place.condition.broken);
  }
  const feedback = feedbackMail(draft, place.path, !found);
  if (feedback !== undefined) yield feedback;
  else if (!found) yield { kind: 'passed-over', path: place.path, what: other };
}

const OTHER_MAILS = [
  ['an encrypted mail', /^(?:multipart\/encrypted|application\/(?:x-)?pkcs7-mime)$/],
  ['a piece of a mail that was sent in several', /^message\/partial$/],
] as const;

async function* partContents(section: MailSection, place: Place, draft: FeedbackDraft): AsyncGenerator<IntakeItem> {
  const { head, ending } = section;
  if (isReturned(head) || isFork(head)) return;
  const { repairs } = place.condition;
  const content = await decoded(section, place);
  // Of a stretch that comes whole, it is known by now; of another, when it has been read.
  if (ending.unclosed === true) repairs.push(UNCLOSED);
  const charset = head.parameters.get('charset');
  const role = feedbackRole(head, draft);
  if (role === 'feedback') draft.beside = head.around.at(-1);
  if (role !== undefined) {
    draft.repairs.push(...repairs.filter(({ what }) => !draft.repairs.some((one) => one.what === what)));
    await keepText(draft, role, content, charset);
    return;
  }
  const whole = content instanceof Uint8Array && head.place === 'part';
  const text = whole && head.type.startsWith('text/');
  // Outlook calls parts that it does not know binary data when it forwards them.
  if (whole && (text || head.type === 'application/octet-stream') && looksLikeFeedback(content)) {
    draft.beside = head.around.at(-1);
    await keepText(draft, 'feedback', content, charset);
    return;
  }
  const shown = text && head.type === 'text/html' ? reportInHtml(textIn(content, charset)) : undefined;
  if (shown !== undefined) {
    const told = holdsFeedback(shown) ? draft.repairs : repairs;
    told.push(SHOWN_IN_PAGE);
    if (holdsFeedback(shown)) await keepText(draft, 'text', Buffer.from(shown), 'utf-8');
    else yield* contents(Buffer.from(shown), 'text/plain', { ...place, mail: { claim: 'none', charset: 'utf-8' } });
    return;
  }
  if (text && head.type === 'text/plain') await keepText(draft, 'text', content, charset);
  let found = false;
  for await (const item of contents(content, head.type, place)) {
    found = true;
    yield item;
  }
  if (!found && place.mail?.claim === 'report') yield failedInput(place.path, 'no report in it');
}

/** The half of a Macintosh file that is no content (RFC 1740): what a folder keeps as `._x`. */
const isFork = ({ type }: PartHead): boolean => type === 'application/applefile';

const UNCLOSED = { what: 'the boundary that closes the mail’s parts is missing' };

async function* contents(content: Content, type: string, place: Place): AsyncGenerator<IntakeItem> {
  if (content instanceof Uint8Array && isBlank(content)) return;
  // Some gateways call every attachment a mail; no mail begins as packed data do.
  const isMail =
    (type === 'message/rfc822' || type === 'message/global') && !(content instanceof Uint8Array && isPacked(content));
  if (isMail) yield* place.unpack.mail(content, place);
  else if (content instanceof Uint8Array) yield* place.unpack.whole(content, place);
  else yield* place.unpack.stream(content, place);
}

/** `mail.eml › report.xml.gz`; the mail itself where it is all one nameless piece. */
function partPlace(head: PartHead, number: number, place: Place): Place {
  const { mail: _, ...within } = deeper(place);
  const alone = head.around.length === 0;
  const name = head.name ?? (head.place === 'beside' ? 'text beside the parts' : `part ${number}`);
  const charset = head.parameters.get('charset');
  return {
    ...within,
    path: alone && head.name === undefined ? place.path : `${place.path} › ${visible(name)}`,
    condition: { repairs: [...place.condition.repairs, ...head.repairs.map((what) => ({ what }))] },
    mail: { claim: claimOf(head.name, head.type), ...(charset === undefined ? {} : { charset }) },
  };
}

/** A part's content without its transfer encoding, which is seen from the content where the header tells it wrongly. */
async function decoded({ head, content, ending }: MailSection, place: Place): Promise<Content> {
  const { repairs } = place.condition;
  if (content instanceof Uint8Array) {
    const { bytes, faults } = decodedAtHand(head.encoding, content);
    repairs.push(...faults.map((what) => ({ what })));
    return bytes;
  }
  const chunks = content[Symbol.asyncIterator]();
  const first = await chunks.next();
  const start = first.done === true ? new Uint8Array(0) : first.value;
  const { encoding, repair } = encodingOf(head.encoding, start);
  if (repair !== undefined) repairs.push({ what: repair });
  const decode = transferDecoder(encoding);
  return (async function* () {
    for (let bytes: Uint8Array | undefined = start; bytes !== undefined;) {
      yield decode(bytes, false);
      const next = await chunks.next();
      bytes = next.done === true ? undefined : next.value;
    }
    if (ending.unclosed === true) repairs.push(UNCLOSED);
    yield decode(new Uint8Array(0), true);
  })();
}
