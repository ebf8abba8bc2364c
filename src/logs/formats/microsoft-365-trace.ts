import { addressDomain } from '../../protocols/address-parts.ts';
import { newDraft } from '../draft.ts';
import { defineLogFormat } from '../format.ts';
import { addressIn, relayOf } from '../mapping/addresses.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import { tableSource } from '../mapping/table-source.ts';
import { recipientStatuses } from '../microsoft/recipient-status.ts';
import { timeReader } from '../mapping/time-format.ts';

const recognise = ifThere(0.95, 'sender_address', 'recipient_status', 'message_id', 'network_message_id');
const readTime = timeReader(undefined);

export default defineLogFormat({
  id: 'microsoft-365-trace',
  title: 'Microsoft 365 message trace, summary',
  obtain:
    'Exchange admin centre: Mail flow, Message trace, enhanced summary report (CSV, UTF-16) among the downloadable reports',
  caveats: [
    'The one time of a row is that at which the message came in; when each recipient’s server took it is not told, and no delay is known',
    'Why a delivery failed is not told: the extended report does',
    'Rows about mail from outside (directionality: Inbound) are passed over',
  ],
  sources: [
    {
      label: 'Fields of the enhanced summary and extended reports',
      url: 'https://support.bemopro.com/hc/en-us/articles/11780195162131-Exchange-Message-Trace-Extended-and-Enhanced-Summary-report-result-details',
    },
  ],
  shape: 'table',
  // The extended report has these columns as well, and a row for each event.
  recognise: (columns) => (ifThere(1, 'event_id')(columns) > 0 ? 0 : recognise(columns)),
  open(columns, sink) {
    const { pick } = tableSource(columns);
    const none = (): string => '';
    const [time, status, direction, sender] = [
      pick(['origin_timestamp_utc', 'origin_timestamp']) ?? none,
      pick('recipient_status') ?? none,
      pick('directionality') ?? none,
      pick('sender_address') ?? none,
    ];
    const [size, messageId, networkId, client] = [
      pick('total_bytes') ?? none,
      pick('message_id') ?? none,
      pick('network_message_id') ?? none,
      pick('original_client_ip') ?? none,
    ];
    return {
      row(cells) {
        const when = readTime?.(time(cells).trim());
        if (when === undefined) return false;
        if (/^(?:1|inbound|incoming)$/i.test(direction(cells).trim())) return true;
        for (const { recipient, outcome, text } of recipientStatuses(status(cells))) {
          if (outcome === 'ignored') continue;
          if (outcome === undefined) {
            sink.unread('a status that is not known', text);
            continue;
          }
          const draft = newDraft('microsoft-365-trace', outcome.kind, when.seconds, undefined);
          draft.ids = { message: addressIn(messageId(cells)), esp: networkId(cells) };
          draft.recipient = recipient;
          draft.recipientDomain = addressDomain(recipient);
          draft.hop = outcome.hop;
          if (sender(cells) !== '') draft.from = addressIn(sender(cells));
          if (/^\d{1,15}$/.test(size(cells))) draft.size = Number(size(cells));
          const { ip } = relayOf(client(cells));
          if (ip !== undefined) draft.sourceIp = ip;
          sink.event(draft);
        }
        return true;
      },
    };
  },
});
