import { defineLogFormat } from '../format.ts';
import { sendmailGoesOn } from '../sendmail/goes-on.ts';
import { sendmailReader } from '../sendmail/reader.ts';
import { firstTimeIn, shareOf, surenessOfStamped } from '../syslog/recognise.ts';
import { ASSUMED_OF_STAMPS } from '../syslog/assumed.ts';

/** `sendmail[4711]: r39G922P001173: to=…, …, stat=…`, `sm-mta[…]: …: from=<…>, size=…, class=0, …` */
const LINE =
  /(?:^|[\s|])(?:sendmail|sm-[\w.-]+|[\w.-]+)(?:\[\d+\])?: (?:\[ID \d+ \w+\.\w+\] )?[A-Za-z0-9]{7,24}: (?:from=.*, ?size=\d+, ?class=-?\d+|to=.*, ?(?:x?delay|mailer)=.*, ?stat=)/;
const PROGRAM = /(?:^|[\s|])(?:sendmail|sm-mta|sm-msp-queue)\[\d+\]: /;
const BY_PROGRAM_ONLY = 0.35;

export default defineLogFormat({
  id: 'sendmail',
  title: 'Sendmail',
  shape: 'lines',
  obtain:
    'The mail log of the machine: /var/log/maillog on Red Hat, CentOS, FreeBSD and macOS of old, /var/log/mail.log on Debian and Ubuntu, /var/log/syslog on Solaris; rotated files as they are. LogLevel 9, the default, is enough',
  caveats: [
    ASSUMED_OF_STAMPS,
    'Of a refusal sendmail writes its own words (User unknown, Service unavailable) and the enhanced code: the reply itself and its three digits are in the log only where the attempt is deferred',
    'Nothing says when a message is done with: what was deferred and never heard of again counts as queued',
    'A warning that a message could not be sent for some hours, and the bounce after five days, are messages of their own; who still waited then is told as expired',
    'TLS is told by the lines STARTTLS=client of LogLevel 8 and above; where none is there, it is not known',
    'mailer=relay is a hand-over: to a smart host, or from the submission program to the daemon on the same machine',
  ],
  sources: [
    {
      label: 'sendmail, 4th edition, §14.3.3 “syslog’s Output”',
      url: 'https://www.oreilly.com/library/view/sendmail-4th-edition/9780596510299/ch14s03s03.html',
    },
    { label: 'sendmail, 4th edition, “stat=”', url: 'https://flylib.com/books/en/2.161.1.453/1/' },
    { label: 'IBM AIX, Mail logging', url: 'https://www.ibm.com/docs/ssw_aix_72/network/mail_logging.html' },
  ],
  recognise(lines) {
    const sureness = surenessOfStamped(lines, (line) => LINE.test(line));
    if (sureness > 0) return sureness;
    return shareOf(lines, PROGRAM) > 0 ? BY_PROGRAM_ONLY : 0;
  },
  firstTime: firstTimeIn,
  goesOn: sendmailGoesOn,
  open: sendmailReader,
});
