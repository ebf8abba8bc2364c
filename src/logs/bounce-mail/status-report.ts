import { REASON_LENGTH, RECIPIENTS } from './limits.ts';

/** Fields of one recipient, or of the message; names in lower case. */
export type StatusFields = ReadonlyMap<string, string>;

/** A delivery status report (RFC 3464 §2): what concerns the message, then what concerns each recipient. */
export interface StatusReport {
  readonly message: StatusFields;
  readonly recipients: readonly StatusFields[];
}

/** Whether a part says that it is such a report (RFC 3464, RFC 6533). */
export const isStatus = (type: string): boolean => /^message\/(?:global-)?delivery-status$/.test(type);

const NAMES_RECIPIENT = new Set(['final-recipient', 'original-recipient', 'x-actual-recipient']);
const OF_RECIPIENT = /^(?:action|status|diagnostic-code|remote-mta|last-attempt-date|final-log-id|will-retry-until)$/;
const RECIPIENT_FIELD = /^[>\s]{0,20}(?:final|original|x-actual)-recipient[ \t]*:/im;
const OTHER_FIELD = /^[>\s]{0,20}(?:action|status|diagnostic-code|reporting-mta|remote-mta)[ \t]*:/im;
/** Names in RFC 3464 have a hyphen, but for these two; so `https:` at the start of a line goes on with the reply. */
const FIELD = /^([a-z][a-z\d]{0,29}-[a-z-]{1,40}|action|status)[ \t]*:[ \t]*(.*)$/i;
const OF_A_HEADER = /^(?:received|from|to|cc|subject|date)[ \t]*:/i;

/** Whether a text has any of its fields; some call the words for people a report, too. */
export const hasFields = (text: string): boolean => text.split('\n').some((line) => FIELD.test(line.trim()));

/** Whether a text holds such a report, whatever its part says that it is. */
export const holdsStatus = (text: string): boolean => RECIPIENT_FIELD.test(text) && OTHER_FIELD.test(text);

/**
 * Reads the fields wherever they stand in a text: in a part of their own, in the middle of an explanation, quoted by
 * somebody who forwarded them. Empty lines part the groups; where they are missing, a second recipient does.
 */
export function statusReport(text: string): StatusReport {
  const message = new Map<string, string>();
  const recipients: Map<string, string>[] = [];
  for (const group of groupsIn(text)) {
    const names = [...group.keys()];
    const last = recipients.at(-1);
    if (names.some((name) => NAMES_RECIPIENT.has(name))) {
      if (recipients.length === RECIPIENTS) break;
      recipients.push(group);
      // Some put the message's fields above those of its only recipient, without a line between them.
      if (recipients.length === 1) addMissing(message, group);
    } else if (last === undefined) addMissing(message, group);
    else if (names.every((name) => OF_RECIPIENT.test(name))) addMissing(last, group);
  }
  // Some forget whom it is about; the rest of the mail may tell.
  if (recipients.length === 0 && (message.has('action') || message.has('diagnostic-code'))) recipients.push(message);
  return { message, recipients };
}

function addMissing(to: Map<string, string>, from: ReadonlyMap<string, string>): void {
  for (const [name, value] of from) if (!to.has(name)) to.set(name, value);
}

function* groupsIn(text: string): Generator<Map<string, string>> {
  let group = new Map<string, string>();
  let last: string | undefined;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/^(?:> ?){1,20}/, '').trimEnd();
    if (line.trim() === '' || line.startsWith('--')) {
      if (group.size > 0) yield group;
      group = new Map();
      last = undefined;
      continue;
    }
    // A folded line may look like a field; the first of a group, and of a report in the middle of a text, may be indented.
    const [, name = '', value = ''] = FIELD.exec(last === undefined ? line.trimStart() : line) ?? [];
    if (name === '') {
      if (last !== undefined && !OF_A_HEADER.test(line))
        group.set(last, `${group.get(last) ?? ''} ${line.trim()}`.slice(0, REASON_LENGTH));
      continue;
    }
    last = name.toLowerCase();
    if (NAMES_RECIPIENT.has(last) && group.has(last)) {
      yield group;
      group = new Map();
    }
    if (group.has(last)) last = undefined;
    else group.set(last, value.slice(0, REASON_LENGTH));
  }
  if (group.size > 0) yield group;
}

/** What a typed value says behind its type: `dns; mx.example` (RFC 3464 §2.1.2). */
export const untyped = (value: string): string => value.replace(/^\s*[\w-]{1,30}\s*;\s*/, '').trim();
