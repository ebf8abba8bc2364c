import { defineLogFormat } from '../format.ts';
import { kindOf } from '../mapping/row-kind.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';
import type { KindField } from '../mapping/mapping.ts';
import { anyReader } from '../mapping/time-format.ts';

const KIND: KindField = {
  column: 'EVENT_TYPE_ID',
  values: {
    1: 'accepted',
    2: 'bounced',
    4: 'opened',
    5: 'clicked',
    7: 'unsubscribed',
    // A conversion.
    19: 'ignored',
    21: 'subscribed',
  },
};

export default defineLogFormat(
  mappedTable(
    {
      id: 'oracle-responsys',
      title: 'Oracle Responsys contact event data',
      service: 'oracle-responsys',
      obtain:
        'Responsys: Connect, an export job of Contact Event Data, one for each kind of event (…_SENT_…, …_BOUNCE_…, …_OPEN_…, …_CLICK_….txt), with column names and any delimiter',
      caveats: [
        'Times have no zone: they are those of the export job, and are taken for UTC unless --timezone says otherwise',
        'A sent message is taken in for sending: what the recipient’s server accepted is not told',
        'A message is known by its launch and recipient',
        'Event types other than sent (1), bounced (2), opened (4), clicked (5), opt-out (7), converted (19) and opt-in (21) are counted as not understood',
        'Opens by proxies and scanners are not told from those of people',
      ],
      sources: [
        {
          label: 'Oracle Responsys, File Layouts for Email',
          url: 'https://docs.oracle.com/en/cloud/saas/marketing/responsys-user/Help/CED/FileLayoutsEmail.htm',
        },
        {
          label: 'Oracle Responsys, Contact Event Data output files',
          url: 'https://docs.oracle.com/en/cloud/saas/marketing/responsys-user/Help/CED/CEDOutputFiles.htm',
        },
        { label: 'Amperity’s documentation, event type ids', url: 'https://github.com/amperity/amperity-docs' },
      ],
    },
    {
      name: 'oracle-responsys',
      input: 'table',
      time: { column: 'EVENT_CAPTURED_DT' },
      kind: KIND,
      recipient: { column: ['EMAIL', 'EMAIL_ADDRESS_'] },
      diagnostic: { column: 'REASON_CODE' },
      espClass: { column: 'REASON' },
      espId: { column: 'LAUNCH_ID' },
      mailboxProvider: { column: 'EMAIL_ISP' },
      tags: { campaign: { column: 'CAMPAIGN_ID' }, list: { column: 'LIST_ID' } },
    },
    ifThere(0.95, 'EVENT_TYPE_ID', 'ACCOUNT_ID', 'RIID', 'EVENT_CAPTURED_DT'),
    {
      extras(_, source) {
        const bounceType = source.pick('BOUNCE_TYPE') ?? (() => '');
        const kind = kindOf({ kind: KIND }, source);
        return {
          readTime: anyReader('DD-MMM-YYYY hh:mm:ss', undefined),
          kind(cells) {
            const told = kind(cells);
            if (told !== 'bounced') return told;
            const type = bounceType(cells).trim();
            return type === 'H' ? 'hard-bounced' : type === 'S' ? 'soft-bounced' : told;
          },
        };
      },
    },
  ),
);
