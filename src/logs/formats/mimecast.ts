import { defineLogFormat } from '../format.ts';
import { mimecastKind, readMimecast } from '../mimecast/read.ts';

const OF_A_MESSAGE = 0.9;
const OF_ANYTHING = 0.5;

export default defineLogFormat({
  id: 'mimecast',
  title: 'Mimecast, SIEM logs',
  service: 'mimecast',
  shape: 'records',
  obtain:
    'What the SIEM endpoints answer (Threats and Security Events: /siem/v1/batch/events/cg and /siem/v1/events/cg of API 2.0; /api/audit/get-siem-logs of API 1.0 with fileFormat json), receipt and delivery',
  caveats: [
    'Inbound and internal mail is in the same files, and is left aside',
    'Whether a message is tried again, is not said: a reply of 5xx is told as a bounce, anything else that went wrong as a deferral, also the last one',
    'Latency (deliveryTime) is taken for the time since the message came in',
    'A receipt is told as accepted; what a policy held (process) is not told of, and seems to wait',
  ],
  sources: [
    {
      label: 'Mimecast, Understanding SIEM logs',
      url: 'https://integrations.mimecast.com/documentation/tutorials/understanding-siem-logs',
    },
    {
      label: 'Elastic, Mimecast: sample events of both APIs',
      url: 'https://github.com/elastic/integrations/tree/main/packages/mimecast/data_stream/siem_logs/_dev/test/pipeline',
    },
  ],
  recognise(record) {
    const kind = mimecastKind(record);
    return kind === undefined ? 0 : kind === 'other' ? OF_ANYTHING : OF_A_MESSAGE;
  },
  read: (record, sink, assumptions) => readMimecast(record, 'mimecast', { sink, assumptions }),
});
