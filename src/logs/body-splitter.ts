import { beginsForm, formIn } from './json/enclosed.ts';
import { beginsJson } from './json/encoding.ts';
import { lineSplitter } from './lines.ts';
import { type RecordEvents, type RecordSplitter, recordSplitter, VALUE_LIMIT } from './record-splitter.ts';

const LOOKED_AT = 1024;

/** A body that is a form (application/x-www-form-urlencoded), and none that is JSON. */
const beginsForms = (bytes: Uint8Array): boolean =>
  !beginsJson(bytes) && beginsForm(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString());

/** What JSON objects can be found in: JSON, or bodies of forms. */
export const beginsBodies = (bytes: Uint8Array): boolean => beginsJson(bytes) || beginsForms(bytes);

/**
 * Bodies of requests as they came: JSON in whatever arrangement, or forms, one to a line; Mandrill, SMTP2GO, Mailgun
 * before 2018 and others post these. Which it is, the first bytes tell.
 */
export function bodySplitter(events: RecordEvents): RecordSplitter {
  let splitter: RecordSplitter | undefined;
  let held = Buffer.alloc(0);
  const decide = (): RecordSplitter => {
    const decided = beginsForms(held) ? formSplitter(events) : recordSplitter(events);
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
