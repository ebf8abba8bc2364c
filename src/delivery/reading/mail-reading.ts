import { contentsReader } from '../../logs/bounce-mail/contents.ts';
import type { Assumptions, EventSink } from '../../logs/format.ts';
import { outlookMails } from '../../logs/bounce-mail/outlook-contents.ts';
import { beginsCompoundFile } from '../../mail/compound-file.ts';
import { beginsMbox, createMboxReader, type MboxPiece } from '../../mail/mbox.ts';
import type { InputReader } from './input-reader.ts';
import { type MailFormats, type MailReading, readMail } from './mail-formats.ts';
import type { UnreadLines } from './unread-lines.ts';
import type { MailEvent } from '../../logs/event.ts';

interface Surroundings {
  readonly onEvent: (event: MailEvent) => void;
  readonly unread: UnreadLines;
  /** Whether the subject of a mail that tells of no delivery is shown: it may name anybody. */
  readonly showsSubjects: boolean;
  /** A mail that is understood, and another command's business. */
  readonly onPassedOver: (path: string, what: string) => void;
}

/** Reads mails and mailboxes, one input after the other, one mail in memory at a time. */
export interface MailInputReader extends InputReader {
  /** Inputs by the formats that read mails in them. */
  readonly files: ReadonlyMap<string, number>;
}

/** Bytes that show whether an input is a mailbox or one mail. */
const SEEN_BYTES = 4096;
/** An Outlook message is read whole: its tables point anywhere. Stops one from filling the memory. */
const OUTLOOK_BYTES = 64 * 1024 * 1024;

export function mailInputReader(
  formats: MailFormats,
  { onEvent, unread, showsSubjects, onPassedOver }: Surroundings,
): MailInputReader {
  let path = '';
  let assumptions: Assumptions = { latest: 0 };
  let mails = 0;
  let here = new Set<string>();
  let input: { push(bytes: Uint8Array): void; end(): void } | undefined;
  const files = new Map<string, number>();
  const sink: EventSink = { event: onEvent, unread: (why, text) => unread.add(path, why, text) };

  const told = (reading: MailReading): void => {
    if (reading.state === 'passed over') onPassedOver(path, reading.what);
    else if (reading.state === 'unknown')
      sink.unread('a mail that tells of no delivery', showsSubjects ? reading.subject : '');
    else here.add(reading.format.id);
  };
  const whole = (): { push(bytes: Uint8Array): void; end(): void } => {
    const contents = contentsReader();
    return {
      push: (bytes) => contents.push(bytes),
      end() {
        mails += 1;
        told(readMail(contents.end(), formats, { sink, assumptions }));
      },
    };
  };
  const outlook = (): { push(bytes: Uint8Array): void; end(): void } => {
    const held: Uint8Array[] = [];
    let length = 0;
    return {
      push(bytes) {
        length += bytes.length;
        if (length <= OUTLOOK_BYTES) held.push(Uint8Array.from(bytes)); // a copy: the chunk's buffer is used again
      },
      end() {
        if (length > OUTLOOK_BYTES) return onPassedOver(path, 'an Outlook message of more than 64 MiB, the limit');
        const found = outlookMails(Buffer.concat(held));
        if (typeof found === 'string') return onPassedOver(path, found);
        mails += 1;
        let first: MailReading | undefined;
        for (const mail of found) {
          const reading = readMail(mail, formats, { sink, assumptions });
          if (reading.state !== 'unknown') return told(reading);
          first ??= reading;
        }
        if (first !== undefined) told(first);
      },
    };
  };
  const mailbox = (): { push(bytes: Uint8Array): void; end(): void } => {
    const reader = createMboxReader();
    let mail: ReturnType<typeof whole> | undefined;
    const take = (piece: MboxPiece): void => {
      if (piece.kind === 'message') mail = whole();
      else if (piece.kind === 'bytes') mail?.push(piece.bytes);
      else {
        mail?.end();
        mail = undefined;
      }
    };
    return { push: (bytes) => reader.push(bytes).forEach(take), end: () => reader.end().forEach(take) };
  };

  let seen: Buffer = Buffer.alloc(0);
  const start = (): void => {
    input = beginsCompoundFile(seen) ? outlook() : beginsMbox(seen) ? mailbox() : whole();
    input.push(seen);
  };
  return {
    begin(next, assumed) {
      path = next;
      assumptions = assumed;
      input = undefined;
      here = new Set();
      seen = Buffer.alloc(0);
    },
    push(bytes) {
      if (input !== undefined) {
        input.push(bytes);
        return;
      }
      seen = Buffer.concat([seen, bytes]);
      if (seen.length >= SEEN_BYTES) start();
    },
    endOfInput() {
      if (input === undefined) start();
      input?.end();
      for (const id of here) files.set(id, (files.get(id) ?? 0) + 1);
    },
    end: () => 0,
    repeated: 0,
    get lines() {
      return mails;
    },
    files,
  };
}
