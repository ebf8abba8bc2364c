import { heldSplitter, type Holder, holderOf } from './held-splitter.ts';
import { beginsForm, formIn } from './json/enclosed.ts';
import { beginsExport, exportSplitter } from './journald/export-splitter.ts';
import { beginsVerbose, verboseSplitter } from './journald/verbose-splitter.ts';
import { beginsJson } from './json/encoding.ts';
import { beginsPrefixed, prefixedSplitter } from './json/prefixed-lines.ts';
import { lineSplitter } from './lines.ts';
import { type RecordEvents, type RecordSplitter, recordSplitter, VALUE_LIMIT } from './record-splitter.ts';

/** Octets by which it is decided what a body is: the names of columns, and a row with JSON in it. */
const LOOKED_AT = 4096;
const SAMPLE_LENGTH = 1024;

type Splitting = (events: RecordEvents) => RecordSplitter;

/** A form has no blanks: `time=… level=info` is a log. And `sep=;` is how spreadsheets begin a table. */
const isForm = (text: string): boolean =>
  beginsForm(text) && !/^\W{0,2}sep=/i.test(text) && !/^\s*\S+[ \t]+\S/.test(text);

/** How objects are found that are not written in JSON; undefined where these bytes begin none. */
function otherSplitting(bytes: Uint8Array): Splitting | undefined {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString();
  if (beginsExport(start)) return exportSplitter;
  if (beginsVerbose(start)) return verboseSplitter;
  if (beginsPrefixed(start)) return prefixedSplitter;
  return isForm(start) ? formSplitter : undefined;
}

/** What objects can be found in: JSON, bodies of forms, or what journalctl prints. */
export const beginsBodies = (bytes: Uint8Array): boolean => beginsJson(bytes) || otherSplitting(bytes) !== undefined;

/** What is neither, and has objects below other lines, in its cells, or at the end of its lines. */
export function holderIn(bytes: Uint8Array): Holder | 'below' | undefined {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString();
  // Objects that begin lines are read whole, over several lines too, whatever stands between them.
  return BEGINS_OBJECT.test(start) ? 'below' : holderOf(start);
}
const BEGINS_OBJECT = /^\s*[[{]\s*(?:["{]|$)/m;

/**
 * Bodies of requests as they came: JSON in whatever arrangement, or forms (application/x-www-form-urlencoded), one to a
 * line; Mandrill, SMTP2GO, Mailgun before 2018 and others post these; or such bodies in the cells of a table and behind the
 * stamps of a log. Entries of the journal, which journalctl prints in more ways than JSON. Which it is, the first bytes tell.
 */
export function bodySplitter(events: RecordEvents): RecordSplitter {
  let splitter: RecordSplitter | undefined;
  let held = Buffer.alloc(0);
  const decide = (): RecordSplitter => {
    const decided = splitterOf(held, events);
    decided.push(held);
    held = Buffer.alloc(0);
    return decided;
  };
  return {
    push(bytes) {
      if (splitter !== undefined) return splitter.push(bytes);
      held = Buffer.concat([held, bytes]);
      if (held.length >= LOOKED_AT) splitter = decide();
    },
    end() {
      splitter ??= decide();
      splitter.end();
    },
  };
}

function splitterOf(start: Uint8Array, events: RecordEvents): RecordSplitter {
  if (beginsJson(start)) return recordSplitter(events);
  const splitting = otherSplitting(start);
  if (splitting !== undefined) return splitting(events);
  const holder = holderIn(start);
  return holder === undefined || holder === 'below' ? recordSplitter(events) : heldSplitter(holder, events);
}

function formSplitter({ record, unread }: RecordEvents): RecordSplitter {
  return lineSplitter(
    {
      line(text) {
        const line = text.trim();
        if (line === '') return;
        const form = formIn(line);
        if (form === undefined) unread('no fields of a form', line.slice(0, SAMPLE_LENGTH));
        else record(form);
      },
      tooLong: (start) => unread('a line that is too long', start),
    },
    VALUE_LIMIT,
  );
}
