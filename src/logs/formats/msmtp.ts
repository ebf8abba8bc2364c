import { defineLogFormat } from '../format.ts';
import { msmtpReader } from '../msmtp/reader.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';
import { ASSUMED_OF_STAMPS } from '../syslog/assumed.ts';

const LINE = /\bhost=\S+ tls=(?:on|off) auth=\S+ .*\bexitcode=EX_[A-Z]+\s*$/;

export default defineLogFormat({
  id: 'msmtp',
  title: 'msmtp',
  shape: 'lines',
  obtain: 'The file that logfile names in msmtprc, or the mail log of the machine where syslog is on',
  caveats: [
    ASSUMED_OF_STAMPS,
    'msmtp hands everything to one server: what that did with a mail, only its own log tells',
    'There is no queue: a mail that failed for the time being, or for want of a server or of TLS, is told as deferred, and is over unless its caller tries again',
    'A mail goes to all its recipients or to none: where one is refused, the reply is his, and for the others it is dropped',
    'Message-IDs are not logged, and nothing tells the same mail at a second try',
  ],
  sources: [
    { label: 'msmtp manual: logging', url: 'https://marlam.de/msmtp/msmtp.html#Logging' },
    { label: 'msmtp, src/msmtp.c: what a line is made of', url: 'https://github.com/marlam/msmtp' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: msmtpReader,
});
