import { firstLocalTime } from '../local-time.ts';
import { ANY_TIME } from '../any-time.ts';
import { surenessOf } from '../sureness.ts';
import { defineLogFormat } from '../format.ts';
import { mdaemonLine } from '../mdaemon/line.ts';
import { mdaemonReader } from '../mdaemon/reader.ts';

/** What no other log has behind such a stamp. */
const OWN =
  /^(?:--> |<-- |Session \d+; child \d|Attempting SMTP connection to |Parsing message <|Accepting SMTP connection |\* +(?:From|To|Subject|Connection established|P=\d|D=))/;

const isOwn = (line: string): boolean =>
  OWN.test(mdaemonLine(line, ANY_TIME, { time: 0, assumed: undefined })?.text ?? '');

export default defineLogFormat({
  id: 'mdaemon',
  title: 'MDaemon, SMTP sessions',
  shape: 'lines',
  obtain:
    'MDaemon-YYYY-MM-DD-SMTP-(out).log in the folder Logs of the installation (C:\\MDaemon\\Logs), all days at once; …-all.log is read as well, for the sessions in it that go out',
  caveats: [
    'Stamps have no zone: UTC is taken unless --timezone says otherwise',
    'Lines that do not say whose they are ([514116]) are of the session that began last',
    'Only what was said to other servers is told: no delay is known, what waits is not counted, and giving up is not told',
    'Several servers of a domain are tried one after the other: each that answers is an attempt',
    'Where nobody could be spoken to, it is told of the message’s recipients as deferred, with what was remarked last',
    'The host is what the other server calls itself in its greeting',
  ],
  sources: [
    {
      label: 'MDaemon 17, manual, Logging Settings',
      url: 'https://mdaemon.dutaint.co.id/mdaemon/17.0.1/log_options.htm',
    },
    { label: 'Perl, issue 5407: a session in a notice', url: 'https://github.com/Perl/perl5/issues/5407' },
    {
      label: 'qBittorrent, issue 1845: lines with session and level',
      url: 'https://github.com/qbittorrent/qBittorrent/issues/1845',
    },
    {
      label: 'mailsend-go, issue 52: lines of a session with TLS',
      url: 'https://github.com/muquit/mailsend-go/issues/52',
    },
  ],
  recognise: (lines) => surenessOf(lines, isOwn),
  firstTime: (lines, assumptions) => firstLocalTime(lines, assumptions, mdaemonLine),
  open: mdaemonReader,
});
