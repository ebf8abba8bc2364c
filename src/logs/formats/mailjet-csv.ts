import { defineLogFormat } from '../format.ts';
import { setTag } from '../mapping/assignments.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import type { KindField, Outcome } from '../mapping/mapping.ts';
import { flagged, tableOfStates, type Told } from '../mapping/table-of-states.ts';

const KIND: KindField = {
  column: 'status',
  values: {
    queued: 'accepted',
    deferred: 'deferred',
    retrying: 'deferred',
    sent: 'delivered',
    // What the recipient did with it came after.
    opened: 'delivered',
    clicked: 'delivered',
    spam: 'delivered',
    unsub: 'delivered',
    'soft bounce': 'soft-bounced',
    softbounced: 'soft-bounced',
    'hard bounce': 'hard-bounced',
    hardbounced: 'hard-bounced',
    bounce: 'bounced',
    blocked: 'dropped',
  },
};
const REACTIONS: readonly (readonly [column: string, outcome: Outcome])[] = [
  ['opened', 'opened'],
  ['clicked', 'clicked'],
  ['unsub', 'unsubscribed'],
  ['spam', 'complained'],
];

export default defineLogFormat(
  tableOfStates(
    {
      id: 'mailjet-csv',
      title: 'Mailjet message events, CSV',
      service: 'mailjet',
      obtain: 'Mailjet: Statistics, the messages of a campaign or of the transactional mail, Export, message events',
      caveats: [
        'A row is a message with its state of now: all it tells stands at the time of sending, the only one told',
        '`sent` means that the recipient’s server has taken the message',
        'Times have no zone: they are taken for UTC unless --timezone says otherwise',
        'What the recipient’s server answered is not in this file; the Event API tells it',
        'Exports of statistics, with a row for each contact and sums, are none of this format',
      ],
      sources: [
        { label: 'edurank, whose tests have the header', url: 'https://github.com/g4rv/edurank' },
        {
          label: 'Mailjet’s own client for Node.js, states of messages',
          url: 'https://app.unpkg.com/node-mailjet@6.0.2/files/declarations/types/api/Message.d.ts',
        },
      ],
    },
    {
      name: 'mailjet-csv',
      input: 'table',
      time: { column: 'date' },
      kind: KIND,
      recipient: { column: 'Email' },
      from: { column: 'Sender' },
      espId: { column: 'messageid' },
    },
    ifThere(0.95, 'Email', 'status', 'blocked', 'soft_bounce', 'hard_bounce', 'retrying', 'date', 'messageid'),
    (source) => {
      const status = source.pick('status') ?? (() => '');
      const campaign = source.pick('campaign_id') ?? (() => '');
      return [
        { kind: kindOf({ kind: KIND }, source) },
        ...REACTIONS.map(([column, outcome]) => {
          const flag = flagged(source, column, outcome);
          return {
            kind: (cells: readonly string[]) => (status(cells).trim().toLowerCase() === column ? outcome : flag(cells)),
          };
        }),
      ].map((told): Told => ({
        ...told,
        also(draft, cells) {
          const id = campaign(cells).trim();
          // 0 stands for none.
          if (id !== '' && id !== '0') setTag(draft, 'campaign', id);
        },
      }));
    },
  ),
);
