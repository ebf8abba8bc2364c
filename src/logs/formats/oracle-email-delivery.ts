import type { Draft, EventKind } from '../event.ts';
import { defineLogFormat, type JsonObject } from '../format.ts';
import { objectAt, textAt } from '../json/at.ts';
import { draftOf } from '../json/draft.ts';
import { messageIdOf } from '../json/fields.ts';
import { idsOf } from '../json/ids.ts';
import { addMail } from '../json/mail-fields.ts';
import { addQuotedReply } from '../json/quoted-reply.ts';
import { addStatus } from '../json/reply.ts';
import { tagsOf } from '../json/tags.ts';
import { momentOf } from '../json/time.ts';
import { relayOf } from '../mapping/addresses.ts';

const KINDS: ReadonlyMap<string, EventKind> = new Map([
  ['accept', 'accepted'],
  ['relay', 'delivered'],
  ['bounce', 'bounced'],
  ['complaint', 'complained'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['unsubscribe', 'unsubscribed'],
]);
const TYPE = 'com.oraclecloud.emaildelivery.emaildomain.';
/** The client went away before the message was there. */
const UNFINISHED = /^(?:reset|disconnected)$/i;

export default defineLogFormat({
  id: 'oracle-email-delivery',
  title: 'Oracle Cloud Email Delivery logs',
  service: 'oracle-email-delivery',
  shape: 'records',
  obtain:
    'Oracle Cloud console: Logging, with the logs outboundaccepted and outboundrelayed of the email domain turned on; explored and exported as JSON, answers of `oci logging-search search-logs`, or files that a connector puts into Object Storage',
  caveats: [
    'Refused at submission counts as dropped; a submission that the client broke off is passed over',
    'A bounce counts as given up, a soft one too',
    'Opens by proxies and scanners are not told from those of people',
  ],
  sources: [
    {
      label: 'Oracle, Details for Email Delivery (contents of the logs)',
      url: 'https://docs.oracle.com/iaas/Content/Logging/Reference/details_for_emaildelivery.htm',
    },
    {
      label: 'Oracle, Email Delivery log guide',
      url: 'https://docs.oracle.com/iaas/Content/Email/Reference/log-guide.htm',
    },
  ],
  recognise: (record) => (entryIn(record) !== undefined ? 0.98 : 0),
  read(record, sink, assumptions) {
    const entry = entryIn(record);
    if (entry === undefined) return false;
    const data = objectAt(entry, 'data') ?? {};
    const fault = textAt(data, 'errorType');
    const action = KINDS.get((textAt(data, 'action') ?? '').toLowerCase());
    // «Automated processors must tolerate logs with unrecognized action values.»
    if (action === undefined || (action === 'accepted' && UNFINISHED.test(fault ?? ''))) return true;
    const kind = action === 'accepted' && fault !== undefined ? 'dropped' : action;
    // Who handed in what was refused may not have said to whom.
    if (kind === 'dropped' && data['recipient'] === undefined) return true;
    const when = momentOf(entry['time'] ?? record['datetime'], assumptions);
    const event = draftOf('oracle-email-delivery', kind, when, data['recipient'], { record, sink });
    if (event === undefined) return true;
    event.ids = idsOf({ message: messageIdOf(data['messageId']), event: textAt(entry, 'id') });
    addMail(event, { from: data['sender'], size: data['originalMessageSize'] ?? data['messageSize'] });
    event.tags = tagsOf({ domain: textAt(entry, 'source'), 'ip-pool': textAt(data, 'ipPoolName') });
    addDetails(event, data, fault);
    sink.event(event);
    return true;
  },
});

/** The search puts each under logContent, a connector does not. */
function entryIn(record: JsonObject): JsonObject | undefined {
  return [record, objectAt(record, 'logContent'), objectAt(objectAt(record, 'data'), 'logContent')].find(
    (one) => one !== undefined && textAt(one, 'type')?.startsWith(TYPE) === true && objectAt(one, 'data') !== undefined,
  );
}

function addDetails(event: Draft, data: JsonObject, fault: string | undefined): void {
  const { kind } = event;
  const url = textAt(data, 'url') ?? textAt(data, 'link');
  if (kind === 'clicked' && url !== undefined) event.url = url;
  if (kind !== 'delivered' && kind !== 'bounced' && kind !== 'dropped') return;
  const said = textAt(data, 'smtpStatus') ?? textAt(data, 'message');
  // Mail to a suppressed recipient is taken with 250, and goes nowhere.
  if (kind === 'delivered' || !/^2\d\d\b/.test(said ?? '')) addQuotedReply(event, said);
  if (kind !== 'delivered') addStatus(event, textAt(data, 'bounceCode'));
  const word = textAt(data, 'bounceCategory') ?? (kind === 'dropped' ? wordOf(fault) : undefined);
  if (word !== undefined) event.espClass = word;
  if (kind === 'bounced' && /hard|soft/i.test(fault ?? '')) event.permanent = /hard/i.test(fault ?? '');
  const relay = relayOf(textAt(data, 'recipientMailServer') ?? '');
  if (relay.host !== undefined || relay.ip !== undefined) {
    event.relay = relay;
    event.hop = 'mx';
  }
}

/** `Recipient suppressed`, which Oracle also writes with a fault of its own in it. */
const wordOf = (fault: string | undefined): string | undefined =>
  fault !== undefined && /suppress/i.test(fault) ? 'suppressed' : fault;
