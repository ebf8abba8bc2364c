import { defineLogFormat } from '../format.ts';
import { ifThere, mappedTable } from '../mapping/mapped-format.ts';

export default defineLogFormat(
  mappedTable(
    {
      id: 'sendgrid-csv',
      title: 'SendGrid Email Activity, CSV',
      service: 'sendgrid',
      obtain:
        'SendGrid: Activity, Export CSV; or the API call POST /v3/messages/download, which mails a link to the file',
      caveats: [
        'Events of the last 30 days at the most, and fewer without the Email Activity history',
        'Opens by proxies and scanners are not told from those of people; the Event Webhook tells them (sg_machine_open)',
      ],
      sources: [
        {
          label: 'Twilio SendGrid, Request a CSV',
          url: 'https://twilio.com/docs/sendgrid/api-reference/email-activity/request-a-csv',
        },
        {
          label: 'Twilio SendGrid, Email Activity Feed',
          url: 'https://www.twilio.com/docs/sendgrid/ui/analytics-and-reporting/email-activity-feed',
        },
      ],
    },
    {
      name: 'sendgrid-csv',
      input: 'table',
      time: { column: 'processed', zone: 'UTC' },
      kind: { column: 'event', words: true },
      recipient: { column: 'email' },
      from: { column: 'from' },
      diagnostic: { column: 'reason' },
      relayHost: { column: 'mx' },
      sourceIp: { column: 'outbound_ip' },
      attempt: { column: 'attempt' },
      url: { column: 'url' },
      espId: { column: 'message_id' },
      tags: {
        category: { column: 'categories' },
        campaign: { column: 'marketing_campaign_name' },
        subuser: { column: 'username' },
        group: { column: 'asm_group_id' },
        template: { column: 'template_id' },
      },
    },
    ifThere(0.95, 'processed', 'message_id', 'event', 'email', 'recv_message_id'),
    {
      extras(_, source) {
        const type = source.pick('type') ?? (() => '');
        return {
          also(draft, cells) {
            // `hard`, `soft`, and `blocked`: refused for now, or for what the message was.
            const said = type(cells).toLowerCase();
            if (draft.kind === 'bounced' && said !== '') draft.permanent = said === 'hard' || said === 'bounce';
          },
        };
      },
    },
  ),
);
