import type { Draft } from '../event.ts';
import type { JsonObject } from '../format.ts';
import { ipOf, numberOf, textOf } from '../json/fields.ts';
import { addReply, addStatus } from '../json/reply.ts';

const MILLISECONDS = 1000;

/** What one kind of event tells beyond the message: `part` is `bounce`, `delivery` …, `one` is its word on this recipient. */
export function addDetails(event: Draft, part: JsonObject, one: JsonObject): void {
  const id = textOf(part['feedbackId']);
  if (id !== undefined) event.ids = { ...event.ids, event: id };
  const took = numberOf(part['processingTimeMillis']);
  if (took !== undefined && took >= 0) event.delay = { total: took / MILLISECONDS };
  const relayIp = ipOf(part['remoteMtaIp']);
  if (relayIp !== undefined) {
    event.relay = { ip: relayIp };
    event.hop = 'mx';
  }
  addStatus(event, one['status']);
  addReply(event, one['diagnosticCode'] ?? part['smtpResponse']);
  const url = textOf(part['link']);
  if (url !== undefined && event.kind === 'clicked') event.url = url;
  addWord(event, part);
}

/** `Permanent/NoEmail`, `MailboxFull`, `abuse`, `Bad content`. */
function addWord(event: Draft, part: JsonObject): void {
  const type = textOf(part['bounceType']);
  let words = type;
  for (const key of WORDS) {
    const word = textOf(part[key]);
    if (word !== undefined) words = words === undefined ? word : `${words}/${word}`;
  }
  if (words !== undefined) event.espClass = words;
  // What it complains about is a template, and no reply of anybody's.
  else if (event.kind === 'dropped' && part['errorMessage'] !== undefined) event.espClass = 'Rendering Failure';
  if (type === 'Permanent' || type === 'Transient') event.permanent = type === 'Permanent';
  else if (event.kind === 'deferred') event.permanent = false;
}
const WORDS = ['bounceSubType', 'delayType', 'complaintSubType', 'complaintFeedbackType', 'reason'] as const;
