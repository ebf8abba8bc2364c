import { surenessOf } from '../sureness.ts';
import { textOf } from '../block.ts';
import { type Assumptions, defineLogFormat } from '../format.ts';
import { instantOf } from '../json/time.ts';
import { pipeRecord } from '../mimecast/pipe-line.ts';
import { mimecastKind, readMimecast } from '../mimecast/read.ts';

const ID = 'mimecast-pipe';

const isOwn = (line: string): boolean => {
  const record = pipeRecord(line);
  return record !== undefined && mimecastKind(record) !== undefined;
};

export default defineLogFormat({
  id: ID,
  title: 'Mimecast, SIEM logs with bars',
  service: 'mimecast',
  shape: 'lines',
  obtain:
    'What /api/audit/get-siem-logs of API 1.0 answers with fileFormat key_value (the default): files receipt_….siem and delivery_….siem, or the syslog they are handed on to',
  caveats: [
    'Inbound and internal mail is in the same files, and is left aside',
    'Whether a message is tried again, is not said: a reply of 5xx is told as a bounce, anything else that went wrong as a deferral, also the last one',
    'Latency is taken for the time since the message came in',
    'A receipt is told as accepted; what a policy held (process) is not told of, and seems to wait',
  ],
  sources: [
    {
      label: 'Mimecast, Understanding SIEM logs',
      url: 'https://integrations.mimecast.com/documentation/tutorials/understanding-siem-logs',
    },
    {
      label: 'Exabeam, a parser of them',
      url: 'https://github.com/ExabeamLabs/Content-Library-CIM2/blob/main/DS/Mimecast/mimecast_secure_email_gateway/Ps/pC_mimecastsegkvemailrcpt.md',
    },
  ],
  recognise: (lines) => surenessOf(lines, isOwn),
  firstTime(lines, assumptions) {
    for (const line of lines) {
      const time = instantOf(pipeRecord(line)?.['datetime'], assumptions)?.time;
      if (time !== undefined) return time;
    }
    return undefined;
  },
  open(sink) {
    let assumptions: Assumptions = { latest: Number.POSITIVE_INFINITY };
    let told = 0;
    const counting = {
      event: (event: Parameters<typeof sink.event>[0]) => {
        told += 1;
        sink.event(event);
      },
      unread: (why: string, text: string) => sink.unread(why, text),
    };
    return {
      begin(next) {
        assumptions = next;
      },
      line(block, start, end) {
        const text = textOf(block, start, end);
        const record = pipeRecord(text);
        if (record === undefined) return text.trim() === '' ? 'known' : 'unknown';
        const before = told;
        if (!readMimecast(record, ID, { sink: counting, assumptions })) return 'unknown';
        return told > before ? 'event' : 'known';
      },
      end: () => undefined,
      open: () => 0,
    };
  },
});
