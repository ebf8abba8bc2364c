import { defineLogFormat } from '../format.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';
import type { KindField } from '../mapping/mapping.ts';

const KIND: KindField = {
  column: 'Event status',
  words: true,
  values: { received: 'accepted', viewed: 'ignored', 'marked spam': 'ignored', quarantined: 'ignored' },
};

export default defineLogFormat(
  mappedTable(
    {
      id: 'google-email-log',
      title: 'Google Workspace Email Log Search',
      obtain: 'Google Admin console: Reporting, Email Log Search, export the results (a sheet; save it as CSV)',
      caveats: [
        'Rows about mail from outside (Direction: Received) are passed over',
        'A delivery to a mailbox of Google inside the organisation is told as a local one',
      ],
      sources: [
        {
          label: 'Google Workspace Admin Help, Email log search export fields',
          url: 'https://support.google.com/a/answer/13828463',
        },
      ],
    },
    {
      name: 'google-email-log',
      input: 'table',
      time: { column: 'Event date' },
      kind: KIND,
      recipient: { column: 'Recipient address' },
      from: { column: 'Sender' },
      size: { column: 'Message size' },
      code: { column: 'Event SMTP reply code' },
      diagnostic: { column: 'Event description' },
      relayIp: { column: 'Event target IP address' },
      messageId: { column: 'Message ID' },
    },
    ifThere(0.95, 'Message ID', 'Recipient address', 'Event target', 'Event date', 'Event status'),
    {
      extras(_, source) {
        const none = (): string => '';
        const [direction, target] = [source.pick('Direction') ?? none, source.pick('Event target') ?? none];
        const encryption = source.pick('Has encryption') ?? none;
        const kind = kindOf({ kind: KIND }, source);
        return {
          kind: (cells) => (/^received$/i.test(direction(cells).trim()) ? 'ignored' : kind(cells)),
          also(draft, cells) {
            const isOutside = /^smtp[ _-]?out$/i.test(target(cells).trim());
            // Of what comes in, the address is that of the sender's machine.
            if (!isOutside) delete draft.relay;
            if (draft.kind !== 'delivered') return;
            draft.hop = isOutside ? 'mx' : 'local';
            if (isOutside && /^encrypted$/i.test(encryption(cells).trim())) draft.tls = {};
          },
        };
      },
    },
  ),
);
