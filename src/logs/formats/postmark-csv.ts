import { defineLogFormat } from '../format.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import type { KindField } from '../mapping/mapping.ts';
import { tableOfStates } from '../mapping/table-of-states.ts';
import { anyReader } from '../mapping/time-format.ts';

const STATE: KindField = {
  column: 'Status',
  words: true,
  values: {
    Sent: 'accepted',
    // What the recipient did with it came after.
    Opened: 'delivered',
    Clicked: 'delivered',
  },
};
const REACTION: KindField = {
  column: 'Status',
  values: { Opened: 'opened', Clicked: 'clicked' },
  always: 'ignored',
};
/** Only that JavaScript’s Date reads it is known. */
const readTime = anyReader(
  undefined,
  'MMM DD, YYYY hh:mm:ss A',
  'MMM DD, YYYY hh:mm A',
  'MMM DD, YYYY, hh:mm:ss A',
  'MMM DD, YYYY, hh:mm A',
  'MMM DD, YYYY hh:mm:ss',
  'MMM DD, YYYY hh:mm',
);

export default defineLogFormat(
  tableOfStates(
    {
      id: 'postmark-csv',
      title: 'Postmark activity, CSV',
      service: 'postmark',
      obtain: 'Postmark: a server, a message stream, Activity, export',
      caveats: [
        'Who opened or clicked has the message: it counts as delivered then, if nothing tells an earlier time',
        'Times without a zone are taken for UTC unless --timezone says otherwise; days written as 11/09/2026 can mean two, and are counted as not understood',
        'The message stream is not in this file: export each on its own',
      ],
      sources: [
        {
          label: 'Marketing-HELPER-AI, which reads the export',
          url: 'https://github.com/Inspired-Kindergartens/Marketing-HELPER-AI',
        },
      ],
    },
    {
      name: 'postmark-csv',
      input: 'table',
      time: { column: 'Date & Time' },
      kind: STATE,
      recipient: { column: 'Email Address' },
      espId: { column: 'Message ID' },
      tags: { tag: { column: 'Tag' } },
    },
    ifThere(0.95, 'Message ID', 'Status', 'Email Address', 'Tag', 'Date & Time', 'Bounce reason'),
    (source) => [
      { kind: kindOf({ kind: STATE }, source), fields: { diagnostic: { column: 'Bounce reason' } }, readTime },
      { kind: kindOf({ kind: REACTION }, source), readTime },
    ],
  ),
);
