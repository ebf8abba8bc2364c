import { defineLogFormat } from '../format.ts';
import { nullmailerReader } from '../nullmailer/reader.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';

const LINE =
  /(?:\bnullmailer(?:-send)?(?:\[\d+\])?: +|^\S.{8,60} )(?:Starting delivery(?:: |, \d)|From: <.*> to: <|(?:smtp|qmqp): (?:Succeeded|Failed): |Sent file\.|Sending failed: |Delivery complete, \d|Rescanning queue\.|Trigger pulled\.|Moving message \S+ into failed|Generating bounce for )/;

export default defineLogFormat({
  id: 'nullmailer',
  title: 'nullmailer',
  shape: 'lines',
  obtain:
    'journalctl -u nullmailer, or /var/log/mail.log where the machine’s logger takes it; rotated files as they are',
  caveats: [
    'nullmailer hands everything to a smart host: what that did with a mail, only its own log tells',
    'A message goes to all its recipients or to none: where one is refused, the reply is his, and the others fail without one',
    'When a message was queued is the name of its file in the queue',
    'What has no stamps, as nullmailer-send writes it to a terminal, cannot be read',
  ],
  sources: [
    { label: 'nullmailer, src/send.cc: what a line is made of', url: 'https://github.com/bruceg/nullmailer' },
    { label: 'nullmailer-send(8)', url: 'https://manpages.debian.org/bookworm/nullmailer/nullmailer-send.8.en.html' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: nullmailerReader,
});
