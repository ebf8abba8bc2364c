import { defineLogFormat } from '../format.ts';
import { postmarkRecordType, readPostmark } from '../postmark/read.ts';

export default defineLogFormat({
  id: 'postmark',
  title: 'Postmark',
  service: 'postmark',
  shape: 'records',
  obtain:
    'The bodies that its webhooks post (Server › Message Stream › Webhooks), kept as they come; or pages of its bounces, opens and clicks interfaces',
  caveats: [
    'There are no events for mail that was taken in, and none for deferrals; a Transient bounce is a delay',
    'Opens do not say whether a person or a machine opened',
    'Bounces are posted for transactional streams only',
    'A subscription change that follows a bounce or a complaint is told by those in the stream outbound, and not once more; in other streams it stands for them',
  ],
  sources: [
    { label: 'Postmark, webhooks', url: 'https://postmarkapp.com/developer/webhooks/webhooks-overview' },
    { label: 'Postmark, bounce types', url: 'https://postmarkapp.com/developer/api/bounce-api#bounce-types' },
    {
      label: 'Postmark, subscription change webhook',
      url: 'https://postmarkapp.com/developer/webhooks/subscription-change-webhook',
    },
  ],
  recognise(record) {
    if (postmarkRecordType(record) === undefined) return 0;
    return typeof record['RecordType'] === 'string' ? 0.97 : 0.9;
  },
  read: readPostmark,
});
