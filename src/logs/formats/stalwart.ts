import { defineLogFormat } from '../format.ts';
import { stalwartReader } from '../stalwart/reader.ts';
import { firstTimeIn, shareOf } from '../syslog/recognise.ts';

/** Behind the stamp: level, what happened, its id. */
const LINE = /(?:^|[\s|m])(?:TRACE|DEBUG|INFO|WARN|ERROR)\S* \S[^()]{1,120} \([a-z][a-z\d-]*\.[a-z\d.-]+\)(?: |$)/;

export default defineLogFormat({
  id: 'stalwart',
  title: 'Stalwart',
  shape: 'lines',
  obtain:
    'The log files of a tracer of type log or stdout at level info, each event on one line: /opt/stalwart/logs/stalwart.*, docker logs, or journalctl -u stalwart',
  caveats: [
    'Without the line that queued a message no delay is known',
    'A failure of a whole domain (connection, MX, TLS) is told of each recipient there once the message is rescheduled',
    'A notice of failure for somebody who was refused only for the time being is expired',
    'Events over several lines (multiline = true) are not read',
  ],
  sources: [
    {
      label: 'Stalwart, crates/trc/src/serializers/text.rs',
      url: 'https://github.com/stalwartlabs/stalwart/blob/main/crates/trc/src/serializers/text.rs',
    },
    {
      label: 'Stalwart, crates/smtp/src/queue/dsn.rs',
      url: 'https://github.com/stalwartlabs/stalwart/blob/main/crates/smtp/src/queue/dsn.rs',
    },
  ],
  recognise(lines) {
    const share = shareOf(lines, LINE);
    return share === 0 ? 0 : 0.45 + share / 2;
  },
  firstTime: firstTimeIn,
  open: stalwartReader,
});
