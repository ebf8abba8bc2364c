import { defineLogFormat } from '../format.ts';
import { qmailReader } from '../qmail/reader.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';

const LINE =
  /(?:^|[\s:])(?:new msg \d+|info msg \d+: bytes \d+ from <|starting delivery \d+(?:\.\d+)?: msg \d+ to (?:local|remote) |delivery \d+(?:\.\d+)?: (?:success|failure|deferral): |status: local \d+\/\d+ remote \d+\/\d+|bounce msg \d+ qp \d+|end msg \d+)/;

export default defineLogFormat({
  id: 'qmail',
  title: 'qmail',
  shape: 'lines',
  obtain:
    'The log of qmail-send: /var/log/qmail/current and the @….s files beside it (multilog; /var/log/qmail/send/current with qmailtoaster), or the mail log of syslog where splogger writes there: /usr/local/psa/var/log/maillog with Plesk; rotated files as they are, passed through tai64nlocal or not',
  caveats: [
    'Stamps of TAI64N are of the second, and 10 seconds are taken off as daemontools does; what tai64nlocal has made of them has no zone: UTC unless --timezone says otherwise',
    'Blanks are logged as underscores and line ends as slashes: what was which cannot be told in every text',
    'Of a delivery only the address of the host is logged, not its name, and of TLS nothing',
    'Message numbers are those of files, and are used again at once',
    'Recipients are as qmail delivers to them: of a virtual domain that is example.com-anna@example.com',
    'Message-IDs are not logged',
  ],
  sources: [
    { label: 'qmail-log(5)', url: 'https://www.gsp.com/cgi-bin/man.cgi?section=5&topic=qmail-log' },
    { label: 'tai64nlocal', url: 'https://cr.yp.to/daemontools/tai64nlocal.html' },
    { label: 'TAI64 labels', url: 'https://cr.yp.to/libtai/tai64.html' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: qmailReader,
});
