import { defineLogFormat } from '../format.ts';
import { OPERATORS_DELETIONS } from '../operators-deletions.ts';
import { tellReply } from '../mapping/assignments.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';
import type { KindField } from '../mapping/mapping.ts';
import { replyText } from '../mapping/reply-text.ts';
import { toMilliseconds } from '../milliseconds.ts';

/** Events of the transport; whatever else a server notes about a message is no event of delivery. */
const KIND: KindField = {
  column: 'event-id',
  values: {
    SEND: 'delivered',
    SENDEXTERNAL: 'delivered',
    DELIVER: 'delivered',
    DEFER: 'deferred',
    FAIL: 'bounced',
    BADMAIL: 'dropped',
    RECEIVE: 'accepted',
  },
  always: 'ignored',
};

/** “The event source was human intervention. For example, an administrator used Queue Viewer to delete a message.” */
const BY_HAND = /^admin$/i;

/** `[{LED=550 5.1.1 User unknown};{MSG=};{FQDN=mx.example.org}]`: the last error there was. */
const LAST_ERROR = /\{LED=([^{}]+)\}/;

/**
 * `2026-11-24T08:00:01.000Z;SRV=EX1:TOTAL-HUB=0.5`, message-info of SEND and DELIVER: when the message first came into the
 * organisation.
 */
const ORIGIN = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z)/;

export default defineLogFormat(
  mappedTable(
    {
      id: 'exchange-tracking',
      title: 'Exchange message tracking',
      obtain:
        'Exchange Server: the message tracking logs (TransportRoles\\Logs\\MessageTracking\\MSGTRK*.LOG); Exchange Online: a message trace of more than ten days as extended report (CSV, UTF-16)',
      caveats: [
        'SEND to another server of the same organisation, or to a smart host, is a hand-over like any other; DELIVER is a mailbox of its own',
        'Rows about mail from outside (directionality: Incoming) are passed over where that is told',
        OPERATORS_DELETIONS,
      ],
      sources: [
        {
          label: 'Microsoft, message tracking events',
          url: 'https://technet.microsoft.com/en-us/library/bb124375.aspx',
        },
        {
          label: 'Microsoft, Description of Message Tracking Log Fields',
          url: 'https://docs.microsoft.com/en-us/previous-versions/tn-archive/cc539064(v%3dtechnet.10)',
        },
      ],
    },
    {
      name: 'exchange-tracking',
      input: 'table',
      time: { column: ['date-time', 'date_time_utc'], zone: 'UTC' },
      kind: KIND,
      recipient: { column: 'recipient-address', separator: ';' },
      from: { column: 'sender-address' },
      envelopeFrom: { column: 'return-path' },
      diagnostic: { column: 'recipient-status' },
      relayHost: { column: 'server-hostname' },
      relayIp: { column: 'server-ip' },
      size: { column: 'total-bytes' },
      messageId: { column: 'message-id' },
      espId: { column: 'network-message-id' },
      tags: { connector: { column: 'connector-id' } },
    },
    (columns) =>
      Math.max(
        ...['date-time', 'date_time_utc'].map((time) =>
          ifThere(0.95, time, 'event-id', 'source', 'recipient-address', 'sender-address')(columns),
        ),
      ),
    {
      extras(_, source) {
        const none = (): string => '';
        const [event, directionality] = [source.pick('event-id') ?? none, source.pick('directionality') ?? none];
        const by = source.pick('source') ?? none;
        const info = source.pick('message-info') ?? none;
        const kind = kindOf({ kind: KIND }, source);
        return {
          kind(cells) {
            if (/^incoming$/i.test(directionality(cells))) return 'ignored';
            const told = kind(cells);
            return told === 'bounced' && BY_HAND.test(by(cells)) ? 'dropped' : told;
          },
          also(draft, cells) {
            if (draft.kind === 'delivered') {
              draft.hop = event(cells) === 'DELIVER' ? 'local' : 'mx';
              const since = Date.parse(ORIGIN.exec(info(cells))?.[1] ?? '') / 1000;
              // To the millisecond, as both are told.
              if (since <= draft.time) draft.delay = { total: toMilliseconds(draft.time - since) };
            }
            // Which host a failure or a reception is about is not told.
            else if (draft.kind !== 'deferred') delete draft.relay;
            const last = LAST_ERROR.exec(draft.diagnostic ?? '')?.[1];
            if (last !== undefined) tellReply(draft, replyText(last));
          },
        };
      },
    },
  ),
);
