import { firstLocalTime } from '../local-time.ts';
import { ANY_TIME } from '../any-time.ts';
import { surenessOf } from '../sureness.ts';
import { defineLogFormat } from '../format.ts';
import { mailenableReader } from '../mailenable/reader.ts';
import { activityRow } from '../mailenable/row.ts';

const DIRECTIONS = /^SMTP-(?:IN|OU)$/;

const isOwn = (line: string): boolean =>
  DIRECTIONS.test(activityRow(line, ANY_TIME, { time: 0, assumed: undefined })?.direction ?? '');

export default defineLogFormat({
  id: 'mailenable',
  title: 'MailEnable, SMTP activity log',
  shape: 'lines',
  obtain:
    'SMTP-Activity-YYMMDD.log in Logging\\SMTP of the installation (C:\\Program Files (x86)\\Mail Enable\\Logging\\SMTP), all days at once; not the debug and the W3C logs beside them',
  caveats: [
    'Stamps are month, day and year of the server’s own clock, by the second: UTC is taken unless --timezone says otherwise',
    'Only what was said to other servers is told: what they took, put off and refused. What came in has another file name, and is not joined with it: no delay is known, and what waits is not counted',
    'A host that could not be connected to said nothing, and is not in this log',
    'Deliveries into mailboxes are in another log (Postoffice Connector)',
    'Refused before anybody was named (greeting, MAIL FROM): the event has no recipient',
    'The host is what the other server calls itself in its greeting; Message-IDs are not logged',
  ],
  sources: [
    {
      label: 'MailEnable, ME020170: how to analyse the SMTP log files',
      url: 'https://www.mailenable.com/kb/Content/Article.asp?ID=me020170',
    },
  ],
  recognise: (lines) => surenessOf(lines, isOwn),
  firstTime: (lines, assumptions) => firstLocalTime(lines, assumptions, activityRow),
  open: mailenableReader,
});
