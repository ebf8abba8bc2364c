import { defineLogFormat } from '../format.ts';
import { beginsRecord, momentumRecord } from '../momentum/record.ts';
import { momentumReader } from '../momentum/reader.ts';

export default defineLogFormat({
  id: 'momentum',
  title: 'Momentum (Ecelerity)',
  shape: 'lines',
  obtain: 'The mainlog of ec_logger: /var/log/ecelerity/mainlog.ec, and its rotated files',
  caveats: [
    'Whom a message goes to stands in the line of its reception only: where the log begins after that, or receptions are logged elsewhere, a delivery is told with its domain alone',
    'A transfer to another node of the cluster (X) is a hand-over: that node’s log tells the rest',
    'A reply that accepts is not logged, nor whether TLS was used, nor which name the host has that took the message',
    'The binding group stands under ip-pool, the binding under vmta',
  ],
  sources: [
    {
      label: 'Momentum 4 Reference Manual, Log Formats, mainlog',
      url: 'https://support.messagesystems.com/docs/web-momo4/log_formats.mainlog.php',
    },
  ],
  recognise(lines) {
    const written = lines.filter((line) => line.trim() !== '');
    return written.length === 0 ? 0 : (0.95 * written.filter((line) => beginsRecord(line)).length) / written.length;
  },
  firstTime(lines) {
    for (const line of lines) {
      const record = momentumRecord(line);
      if (record !== undefined) return record.time;
    }
    return undefined;
  },
  open: momentumReader,
});
