import { surenessOf } from '../sureness.ts';
import { defineLogFormat } from '../format.ts';
import { kerioLineReader } from '../kerio-connect/head.ts';
import { kerioReader } from '../kerio-connect/reader.ts';
import { textBlocks } from '../block.ts';
import { newTextLine } from '../syslog/text-line.ts';

/** `[30/Nov/2026 17:57:15] Sent: Queue-ID: 438dd9ea-00000000, Recipient: <…>, Result: delivered, …` */
const LINE = /(?:^|[\] ])(?:Recv|Sent): Queue-ID: [\da-f]{8}-[\da-f]{8}\b/;

export default defineLogFormat({
  id: 'kerio-connect',
  title: 'Kerio Connect, mail log',
  shape: 'lines',
  obtain:
    'mail.log in store/logs of the installation (/opt/kerio/mailserver/store/logs, C:\\Program Files\\Kerio\\MailServer\\store\\logs), with mail.log.0 and the like beside it; in the administration, Logs > Mail > Save Log; or what the log is sent to a syslog',
  caveats: [
    'Stamps have no zone: UTC is taken unless --timezone says otherwise',
    'Mail that goes in is in the same log: what was handed to 127.0.0.1 is a mailbox on the machine (local)',
    'Of a reply the enhanced code is logged, and what was said where it went wrong; its three digits are not, nor what accepts',
    'Of the host only the address is logged; TLS to it is not',
    'What failed with a temporary status, or with x.4.7, is told as expired',
  ],
  sources: [
    {
      label: 'Kerio MailServer, Administrator’s Guide, “Mail log”',
      url: 'https://yumpu.com/en/document/view/42899372/administrators-guide-kerio-software-archive/253',
    },
    {
      label: 'Kerio Connect, Outbound email delivery troubleshooting',
      url: 'https://support.kerioconnect.gfi.com/hc/en-us/articles/4416310418706-Outbound-Email-Delivery-Troubleshooting-Article',
    },
  ],
  recognise: (lines) => surenessOf(lines, (line) => LINE.test(line)),
  firstTime(lines, assumptions) {
    const reader = kerioLineReader();
    const blockOf = textBlocks();
    const line = newTextLine();
    reader.begin(assumptions);
    for (const text of lines) {
      const { block, end } = blockOf(text);
      if (reader.read(block, 0, end, line)) return line.time;
    }
    return undefined;
  },
  open: kerioReader,
});
