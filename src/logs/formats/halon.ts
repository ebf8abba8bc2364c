import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type EventSink, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf, draftOfNobody } from '../json/draft.ts';
import { countOf, domainOf, ipOf } from '../json/fields.ts';
import { addMail } from '../json/mail-fields.ts';
import { addCode, addReply, addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { type Instant, momentOf, secondsBetween } from '../json/time.ts';
import { hopTo } from '../mta/said.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['delivered', 'delivered'],
  ['deferred', 'deferred'],
  ['bounced', 'bounced'],
  ['removed', 'dropped'],
]);
/** Of the SMTP client: after which command it was answered. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['BANNER', 'greeting'],
  ['HELO', 'HELO'],
  ['EHLO', 'HELO'],
  ['MAIL', 'MAIL FROM'],
  ['RCPT', 'RCPT TO'],
  ['DATA', 'DATA'],
  ['EOD', 'end of DATA'],
]);
const PERMANENT_FROM = 500;

export default defineLogFormat({
  id: 'halon',
  title: 'Halon, delivery attempts',
  shape: 'records',
  obtain:
    'The documents of the index halon-delivery-attempts, which the plugin history-elastic writes into Elasticsearch or OpenSearch: elasticdump, a scroll, Kibana’s export as JSON, or what http-bulk has posted',
  caveats: [
    'One document is one attempt for one recipient; mail that was taken in, and what was refused there, is in another index',
    'Where the plugin hides addresses (redact) only the domains are told',
    'What a script gave up for the time being (bounced, with a temporary code) is expired; where no server answered it is bounced',
    'What was taken out of the queue is dropped. Whether TLS was used is not in a document',
    'The transport stands under ip-pool',
  ],
  sources: [
    {
      label: 'Halon, history-elastic, halon_delivery_attempts.hsl: every field',
      url: 'https://github.com/halon-extras/history-elastic/blob/main/halon_delivery_attempts.hsl',
    },
    { label: 'Halon, history-elastic, README', url: 'https://github.com/halon-extras/history-elastic' },
  ],
  recognise: (record) => (isAttempt(record) ? 0.95 : 0),
  read(record, sink, assumptions) {
    // A bulk request has a line of its own before each document.
    if (textAt(objectAt(record, 'create') ?? objectAt(record, 'index'), '_index') !== undefined) return true;
    const kind = isAttempt(record) ? KINDS.get(textAt(record, 'action') ?? '') : undefined;
    if (kind === undefined) return false;
    const event = begun(record, kind, momentOf(record['@timestamp'], assumptions), sink);
    if (event === undefined) return true;
    const host = textAt(record, 'hostname');
    const queue = `${textAt(record, 'transactionid')}:${textAt(record, 'queueid')}`;
    event.ids = host === undefined ? { queue } : { queue, host };
    event.tags = tagsOf({
      job: textAt(record, 'jobid'),
      tenant: textAt(record, 'tenantid'),
      'ip-pool': textAt(record, 'transportid'),
    });
    const total = secondsBetween(momentOf(record['received'], assumptions), event);
    if (total !== undefined) event.delay = { total };
    addMail(event, { size: record['size'], sourceIp: record['localip'] });
    const sender = addressIn(record, 'sender');
    if (sender !== undefined) event.envelopeFrom = sender;
    addAnswer(event, record);
    sink.event(event);
    return true;
  },
});

const isAttempt = (record: JsonObject): boolean =>
  KINDS.has(textAt(record, 'action') ?? '') &&
  textAt(record, 'transactionid') !== undefined &&
  textAt(record, 'recipientdomain') !== undefined &&
  textAt(record, 'queueid') !== undefined;

function begun(record: JsonObject, kind: EventKind, when: Instant | undefined, sink: EventSink): Draft | undefined {
  const code = countOf(record['smtpcode']);
  const isOver = kind === 'bounced' && code !== undefined && code < PERMANENT_FROM;
  const recipient = addressIn(record, 'recipient');
  const told = isOver ? 'expired' : kind;
  if (recipient !== undefined) return draftOf('halon', told, when, recipient, { record, sink });
  const event = draftOfNobody('halon', told, when, { record, sink });
  if (event !== undefined) event.recipientDomain = domainOf(textAt(record, 'recipientdomain') ?? '');
  return event;
}

/** Undefined where the local part is hidden; empty for the null reverse-path. */
function addressIn(record: JsonObject, who: 'sender' | 'recipient'): string | undefined {
  const [local, domain] = [record[`${who}localpart`], record[`${who}domain`]];
  if (typeof local !== 'string' || typeof domain !== 'string') return undefined;
  return local === '' && domain === '' ? '' : `${local}@${domain}`;
}

function addAnswer(event: Draft, record: JsonObject): void {
  const host = textAt(record, 'remotemx')?.replace(/\.$/, '');
  const ip = ipOf(record['remoteip']);
  if (host !== undefined || ip !== undefined) {
    event.relay = { ...(host === undefined ? {} : { host }), ...(ip === undefined ? {} : { ip }) };
    event.hop = hopTo(ip);
  }
  addCode(event, record['smtpcode']);
  addStatus(event, record['smtpenhanced']);
  addReply(event, record['smtpreason']);
  const command = COMMANDS.get(textAt(record, 'smtpstate') ?? '');
  if (command !== undefined && event.kind !== 'delivered') event.command = command;
  const reason = textAt(record, 'class');
  if (reason !== undefined) event.espClass = reason;
}
