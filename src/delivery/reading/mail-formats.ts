import { isReturned } from '../../logs/bounce-mail/returned.ts';
import { contentsOf, headerOf, type MailContents } from '../../logs/bounce-mail/contents.ts';
import { FORWARDED_DEPTH } from '../../logs/bounce-mail/limits.ts';
import { otherMail } from '../../logs/bounce-mail/other-mail.ts';
import { toldText } from '../../logs/bounce-mail/told-text.ts';
import type { Assumptions, EventSink, JsonObject, LogFormat, MailFormat, RecordFormat } from '../../logs/format.ts';

/** What became of a mail: read by a format, known and none of ours, or not understood. */
export type MailReading =
  | { readonly state: 'event' | 'known'; readonly format: LogFormat }
  | { readonly state: 'passed over'; readonly what: string }
  | { readonly state: 'unknown'; readonly subject: string };

export interface MailFormats {
  readonly mails: readonly MailFormat[];
  /** For events that a service sends by mail, as JSON. */
  readonly records: readonly RecordFormat[];
}

/** Less sure than this, and a mail is somebody's letter. */
const SURE_ENOUGH = 0.3;

/** Reads a mail by the format that is surest of it and makes something of it; else the mails that lie in it. */
export function readMail(
  mail: MailContents,
  formats: MailFormats,
  about: { readonly sink: EventSink; readonly assumptions: Assumptions },
  depth = 0,
): MailReading {
  const { sink, assumptions } = about;
  const other = otherMail(mail);
  if (other !== undefined) return { state: 'passed over', what: other };
  const sure = formats.mails
    .map((format) => ({ format, sureness: format.recognise(mail) }))
    .filter(({ sureness }) => sureness > SURE_ENOUGH)
    .toSorted((a, b) => b.sureness - a.sureness);
  for (const { format } of sure) {
    const state = format.read(mail, sink, assumptions);
    if (state !== 'unknown') return { state, format };
  }
  const service = readService(mail, formats.records, about);
  if (service !== undefined) return { state: 'event', format: service };
  if (depth < FORWARDED_DEPTH) {
    for (const part of mail.parts) {
      if (!isReturned(part.type) || part.bytes.length === 0) continue;
      const inner = readMail(contentsOf(part.bytes), formats, about, depth + 1);
      if (inner.state !== 'unknown') return inner;
    }
  }
  return { state: 'unknown', subject: headerOf(mail, 'subject') ?? 'a mail without a subject' };
}

/** An event of a service as the text of a mail: Amazon SNS sends its notices so, a few lines of advice below. */
function readService(
  mail: MailContents,
  formats: readonly RecordFormat[],
  { sink, assumptions }: { readonly sink: EventSink; readonly assumptions: Assumptions },
): RecordFormat | undefined {
  const text = toldText(mail).trimStart();
  if (!text.startsWith('{')) return undefined;
  const record = jsonIn(text);
  if (record === undefined) return undefined;
  const format = formats.toSorted((a, b) => b.recognise(record) - a.recognise(record))[0];
  if (format === undefined || format.recognise(record) <= SURE_ENOUGH) return undefined;
  return format.read(record, sink, assumptions) ? format : undefined;
}

/** The object a text begins with: up to its last line that ends in a brace, whatever is written below. */
function jsonIn(text: string): JsonObject | undefined {
  const end = /\}[ \t]*\n[ \t]*\n/.exec(text);
  for (const whole of [text, end === null ? '' : text.slice(0, end.index + 1)]) {
    // Mail breaks lines, and JSON may not hold line breaks in its strings.
    for (const json of [whole, whole.replaceAll('\n', '')]) {
      try {
        const value: unknown = JSON.parse(json);
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
      } catch {
        // Not whole, or no JSON.
      }
    }
  }
  return undefined;
}
