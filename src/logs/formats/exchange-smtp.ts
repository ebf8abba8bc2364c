import { exchangeLine } from '../exchange-smtp/line.ts';
import { exchangeSmtpReader } from '../exchange-smtp/reader.ts';
import { defineLogFormat } from '../format.ts';
import { surenessOf } from '../sureness.ts';

export default defineLogFormat({
  id: 'exchange-smtp',
  title: 'Exchange SMTP protocol log',
  shape: 'lines',
  obtain:
    'Exchange Server: the protocol logs of send connectors (TransportRoles\\Logs\\Hub\\ProtocolLog\\SmtpSend\\SEND*.LOG; Edge and FrontEnd have their own), with ProtocolLoggingLevel Verbose; all hours at once',
  caveats: [
    'It holds what was said to other servers: a message that never came so far, or was given up, is in the message tracking log only',
    'Who was to get a message is not told where a connection failed before anybody was named',
    'Another server of the organisation, a smart host or Microsoft 365 is a hand-over like any other, but for its address',
    'Logs of receive connectors (SmtpReceive) look the same, and are passed over: that mail comes in',
    'The host is what the other server calls itself in its greeting; of TLS there is the version',
  ],
  sources: [
    {
      label: 'Microsoft, Protocol logging in Exchange Server',
      url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
    },
  ],
  recognise: (lines) => surenessOf(lines, (line) => exchangeLine(line) !== undefined),
  firstTime(lines) {
    for (const line of lines) {
      const read = exchangeLine(line);
      if (read !== undefined) return read.time;
    }
    return undefined;
  },
  open: exchangeSmtpReader,
});
