import { beginsForm, formIn } from './json/enclosed.ts';
import { beginsExport, exportSplitter } from './journald/export-splitter.ts';
import { beginsVerbose, verboseSplitter } from './journald/verbose-splitter.ts';
import { beginsJson } from './json/encoding.ts';
import { beginsPrefixed, prefixedSplitter } from './json/prefixed-lines.ts';
import { lineSplitter } from './lines.ts';
import { type RecordEvents, type RecordSplitter, recordSplitter, VALUE_LIMIT } from './record-splitter.ts';

const LOOKED_AT = 1024;

type Splitting = (events: RecordEvents) => RecordSplitter;

/** How objects are found that are not written in JSON; undefined where these bytes begin none. */
function otherSplitting(bytes: Uint8Array): Splitting | undefined {
  const start = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString();
  if (beginsExport(start)) return exportSplitter;
  if (beginsVerbose(start)) return verboseSplitter;
  if (beginsPrefixed(start)) return prefixedSplitter;
  return beginsForm(start) ? formSplitter : undefined;
}

/** What objects can be found in: JSON, bodies of forms, or what journalctl prints. */
export const beginsBodies = (bytes: Uint8Array): boolean => beginsJson(bytes) || otherSplitting(bytes) !== undefined;

/**
 * Bodies of requests as they came: JSON in whatever arrangement, or forms (application/x-www-form-urlencoded), one to a
 * line; Mandrill, SMTP2GO, Mailgun before 2018 and others post these. Entries of the journal, which journalctl prints in
 * more ways than JSON. Which it is, the first bytes tell.
 */
export function bodySplitter(events: RecordEvents): RecordSplitter {
  let splitter: RecordSplitter | undefined;
  let held = Buffer.alloc(0);
  const decide = (): RecordSplitter => {
    const splitting = (beginsJson(held) ? undefined : otherSplitting(held)) ?? recordSplitter;
    const decided = splitting(events);
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

function formSplitter({ record, unread }: RecordEvents): RecordSplitter {
  return lineSplitter(
    {
      line(text) {
        const line = text.trim();
        if (line === '') return;
        const form = formIn(line);
        if (form === undefined) unread('no fields of a form', line.slice(0, LOOKED_AT));
        else record(form);
      },
      tooLong: (start) => unread('a line that is too long', start),
    },
    VALUE_LIMIT,
  );
}
