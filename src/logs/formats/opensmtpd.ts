import { defineLogFormat } from '../format.ts';
import { OPERATORS_DELETIONS } from '../operators-deletions.ts';
import { opensmtpdReader } from '../opensmtpd/reader.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';
import { ASSUMED_OF_STAMPS } from '../syslog/assumed.ts';

const LINE =
  /\b(?:[\da-f]{16} (?:smtp|mta|mda) (?:event=)?(?:connected|disconnected|message|envelope|delivery|tls|failed-command|authentication|connecting)\b|(?:relay|delivery): \w+ for [\da-f]{16}: |smtp-in: (?:Accepted message|New session|session) |smtp-out: (?:session|Connect|Error|Enabling|Disabling|Failed) )/;

export default defineLogFormat({
  id: 'opensmtpd',
  title: 'OpenSMTPD',
  shape: 'lines',
  obtain:
    'The mail log of the machine: /var/log/maillog on OpenBSD and FreeBSD, /var/log/mail.log on Debian, or journalctl -u opensmtpd; rotated files as they are',
  caveats: [
    ASSUMED_OF_STAMPS,
    'What smtpd -d prints has no stamps at all, and cannot be read',
    'An envelope is one recipient: its id begins with that of its message, which is what queue ids are here',
    'A message that a filter takes and hands back is another message, and the delivery to the filter a hand-over',
    'Message-IDs are not logged',
    'What the queue gives up (“Envelope expired”) is told with what was said at the last attempt',
    OPERATORS_DELETIONS,
  ],
  sources: [
    {
      label: 'OpenSMTPD, usr.sbin/smtpd/mta.c, mda.c and queue.c: what a line is made of',
      url: 'https://github.com/OpenSMTPD/OpenSMTPD/tree/master/usr.sbin/smtpd',
    },
    { label: 'smtpd.conf(5)', url: 'https://man.openbsd.org/smtpd.conf' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: opensmtpdReader,
});
