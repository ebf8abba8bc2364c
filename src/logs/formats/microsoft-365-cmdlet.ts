import { addressDomain } from '../../protocols/address-parts.ts';
import { newDraft } from '../draft.ts';
import { defineLogFormat } from '../format.ts';
import { addressIn, relayOf } from '../mapping/addresses.ts';
import { ifThere } from '../mapping/mapped-format.ts';
import { tableSource } from '../mapping/table-source.ts';
import { localDateReader } from '../mapping/local-date.ts';
import { recipientStatuses } from '../microsoft/recipient-status.ts';

export default defineLogFormat({
  id: 'microsoft-365-cmdlet',
  title: 'Microsoft 365 message trace, PowerShell',
  obtain:
    'Get-MessageTrace or Get-MessageTraceV2 in Exchange Online PowerShell, piped to Export-Csv (-NoTypeInformation or not)',
  caveats: [
    'The one time of a row is that at which the message came in, in UTC; when each recipient’s server took it is not told, and no delay is known',
    'Why a delivery failed is not told: Get-MessageTraceDetail does, one message at a time',
    'A row with FromIP and without ToIP is mail from outside, and passed over: which it is, nothing else tells',
    'Times that Windows writes the local way (11/09/2026) are read by what other rows and the date of the file tell of the order of day and month; where that leaves both, a row is not read',
  ],
  sources: [
    {
      label: 'Microsoft, Get-MessageTraceV2',
      url: 'https://learn.microsoft.com/en-us/powershell/module/exchange/get-messagetracev2',
    },
  ],
  shape: 'table',
  recognise: ifThere(0.95, 'SenderAddress', 'RecipientAddress', 'Received', 'Status', 'MessageTraceId'),
  open(columns, sink, assumptions) {
    const readTime = localDateReader(assumptions);
    const { pick } = tableSource(columns);
    const none = (): string => '';
    const [time, recipientOf, status] = [
      pick('Received') ?? none,
      pick('RecipientAddress') ?? none,
      pick('Status') ?? none,
    ];
    const [sender, size, messageId, traceId] = [
      pick('SenderAddress') ?? none,
      pick('Size') ?? none,
      pick('MessageId') ?? none,
      pick('MessageTraceId') ?? none,
    ];
    const [fromIp, toIp] = [pick('FromIP') ?? none, pick('ToIP') ?? none];
    return {
      row(cells) {
        const when = readTime(time(cells).trim());
        if (when === undefined) return false;
        if (fromIp(cells).trim() !== '' && toIp(cells).trim() === '') return true;
        const recipient = recipientOf(cells).trim();
        for (const { outcome, text } of recipientStatuses(`${recipient}##${status(cells)}`)) {
          if (outcome === 'ignored') continue;
          if (outcome === undefined) {
            sink.unread('a status that is not known', text);
            continue;
          }
          const draft = newDraft('microsoft-365-cmdlet', outcome.kind, when.seconds, undefined);
          draft.ids = { message: addressIn(messageId(cells)), esp: traceId(cells) };
          draft.recipient = recipient;
          draft.recipientDomain = addressDomain(recipient);
          const relay = relayOf(toIp(cells));
          if (relay.ip !== undefined) draft.relay = relay;
          if (outcome.kind === 'delivered') draft.hop = relay.ip === undefined ? 'local' : 'mx';
          if (sender(cells) !== '') draft.from = addressIn(sender(cells));
          if (/^\d{1,15}$/.test(size(cells))) draft.size = Number(size(cells));
          sink.event(draft);
        }
        return true;
      },
    };
  },
});
