import { defineLogFormat } from '../format.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import { filled, tableOfStates } from '../mapping/table-of-states.ts';

export default defineLogFormat(
  tableOfStates(
    {
      id: 'brevo-campaign',
      title: 'Brevo campaign recipients, CSV',
      service: 'brevo',
      obtain:
        'Brevo: Campaigns, the statistics of a campaign, Recipients, export; or the API call emailCampaigns/{id}/exportRecipients with `all`',
      caveats: [
        'Times have no zone: they are those of the account, and are taken for UTC unless --timezone says otherwise',
        'Clicks are told without a time, and stand at that of sending',
        'Opens by Apple’s proxies are summed up in a column of their own, and are not told from those of people here',
        'An export of some of the recipients, such as those who opened it, tells nothing about the share of them',
      ],
      sources: [
        {
          label: 'Brevo, Export the recipients of an email campaign',
          url: 'https://developers.brevo.com/reference/email-export-recipients',
        },
        { label: 'crmbomedia, which reads the export', url: 'https://github.com/mqeurope-png/crmbomedia' },
      ],
    },
    {
      name: 'brevo-campaign',
      input: 'table',
      time: { column: 'Send_Date', format: 'DD-MM-YYYY hh:mm:ss' },
      kind: { always: 'accepted' },
      recipient: { column: 'Email_ID' },
      espId: { column: 'Campaign ID' },
      tags: { campaign: { column: 'Campaign Name' } },
    },
    ifThere(0.95, 'Campaign ID', 'Campaign Name', 'Email_ID', 'Send_Date', 'Delivered_Date'),
    (source) => {
      const at = (column: string) => ({ time: { column, format: 'DD-MM-YYYY hh:mm:ss' } });
      const clicks = source.pick('Clicked_Links_Count') ?? (() => '');
      return [
        // A row with no time of sending is not understood.
        { kind: () => 'accepted' },
        { kind: filled(source, 'Delivered_Date', 'delivered'), fields: at('Delivered_Date') },
        {
          kind: filled(source, 'Soft_Bounce_Date', 'soft-bounced'),
          fields: { ...at('Soft_Bounce_Date'), diagnostic: { column: 'Soft_Bounce_Reason' } },
        },
        {
          kind: filled(source, 'Hard_Bounce_Date', 'hard-bounced'),
          fields: { ...at('Hard_Bounce_Date'), diagnostic: { column: 'Hard_Bounce_Reason' } },
        },
        { kind: filled(source, 'Open_Date', 'opened'), fields: at('Open_Date') },
        { kind: (cells) => (Number(clicks(cells)) > 0 ? 'clicked' : 'ignored') },
        { kind: filled(source, 'Unsubscribe_Date', 'unsubscribed'), fields: at('Unsubscribe_Date') },
        { kind: filled(source, 'Complaint_date', 'complained'), fields: at('Complaint_date') },
      ];
    },
  ),
);
