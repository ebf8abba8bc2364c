import { defineLogFormat } from '../format.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';
import type { KindField, Outcome } from '../mapping/mapping.ts';
import { anyReader } from '../mapping/time-format.ts';

const KIND: KindField = {
  column: 'EventType',
  words: true,
  values: { Sent: 'accepted', NotSent: 'dropped', OtherBounce: 'bounced', Survey: 'ignored', Conversion: 'ignored' },
};

/** `Hard bounce`, `Soft bounce`, `Block bounce`, `Unknown bounce`, `Technical or other bounce`. */
const BOUNCES: readonly (readonly [RegExp, Outcome])[] = [
  [/^hard/i, 'hard-bounced'],
  [/^(?:soft|technical)/i, 'soft-bounced'],
];

export default defineLogFormat(
  mappedTable(
    {
      id: 'salesforce-marketing-cloud',
      title: 'Salesforce Marketing Cloud tracking extracts',
      service: 'salesforce-marketing-cloud',
      obtain:
        'Marketing Cloud Engagement: Automation Studio, a data extract activity of the type Tracking Extract, and a file transfer to the SFTP; its archive holds Sent, Bounces, Opens, Clicks, Unsubs and NotSent, read together',
      caveats: [
        'Times have no zone. Marketing Cloud keeps them in Central Standard Time all year round: `--timezone -06:00` says so; UTC is assumed otherwise',
        '`Sent` is taken in for sending. What the recipient’s server accepted is not told',
        'A message is known by its send and batch; two of one batch to one subscriber are not told apart',
        'Opens by proxies and scanners are not told from those of people',
      ],
      sources: [
        {
          label: 'Salesforce Help, Tracking Extract',
          url: 'https://help.salesforce.com/s/articleView?id=mktg.mc_as_tracking_extract.htm&language=en_US&type=5',
        },
        {
          label: 'Salesforce Help, Bounces',
          url: 'https://help.salesforce.com/s/articleView?id=mktg.mc_as_bounces.htm&language=en_US&type=5',
        },
        {
          label: 'Salesforce Help, Data View: Bounce (times are in Central Standard Time)',
          url: 'https://help.salesforce.com/s/articleView?id=mktg.mc_as_data_view_bounce.htm&language=en_US&type=5',
        },
      ],
    },
    {
      name: 'salesforce-marketing-cloud',
      input: 'table',
      time: { column: 'EventDate' },
      kind: KIND,
      recipient: { column: 'EmailAddress' },
      code: { column: 'SMTPCode' },
      diagnostic: { column: 'BounceReason' },
      espClass: { column: ['BounceCategory', 'Reason'] },
      url: { column: 'URL' },
      tags: {
        campaign: { column: 'TriggeredSendExternalKey' },
        job: { column: ['SendID', 'JobID'] },
        list: { column: 'ListID' },
      },
    },
    (columns) =>
      Math.max(
        ...['SendID', 'JobID'].map((send) => ifThere(0.95, send, 'SubscriberKey', 'EventDate', 'EventType')(columns)),
      ),
    {
      extras(_, source) {
        const none = (): string => '';
        const category = source.pick('BounceCategory') ?? none;
        const [send, batch] = [source.pick(['SendID', 'JobID']) ?? none, source.pick('BatchID') ?? none];
        const kind = kindOf({ kind: KIND }, source);
        return {
          readTime: anyReader('M/D/YYYY h:mm:ss A', 'M/D/YYYY hh:mm:ss', 'M/D/YYYY hh:mm', 'M/D/YYYY', undefined),
          kind(cells) {
            const told = kind(cells);
            if (told !== 'bounced') return told;
            return BOUNCES.find(([words]) => words.test(category(cells).trim()))?.[1] ?? told;
          },
          also(draft, cells) {
            const [job, number] = [send(cells).trim(), batch(cells).trim()];
            if (job !== '') draft.ids = { ...draft.ids, esp: number === '' ? job : `${job}.${number}` };
          },
        };
      },
    },
  ),
);
