import barracudaEsg from '../../logs/formats/barracuda-esg.ts';
import ciscoEsa from '../../logs/formats/cisco-esa.ts';
import fortimail from '../../logs/formats/fortimail.ts';
import hmailserver from '../../logs/formats/hmailserver.ts';
import kerioConnect from '../../logs/formats/kerio-connect.ts';
import mailenable from '../../logs/formats/mailenable.ts';
import mdaemon from '../../logs/formats/mdaemon.ts';
import mimecastPipe from '../../logs/formats/mimecast-pipe.ts';
import smartermail from '../../logs/formats/smartermail.ts';
import { toldByLines } from '../fuzzing/log-readers.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

const FORMATS = [
  barracudaEsg,
  ciscoEsa,
  fortimail,
  hmailserver,
  kerioConnect,
  mailenable,
  mdaemon,
  mimecastPipe,
  smartermail,
];
/** Lines that mean something to the readers, some of each: what is changed is then a large part of them. */
const pieces = (text: string | Buffer): string[] => {
  const lines = text.toString().split('\n');
  return [lines.slice(0, 24).join('\n'), lines.slice(-24).join('\n')];
};

/** The logs of mail gateways and of servers for Windows, each read as all of them. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', '.log', 32_768)
      .flatMap(pieces)
      .filter((text) => /Info: |"SMTPC"|SMTP-OU|Queue-ID: |aCode=|log_id=|outbound\/smtp|RCPT To:|RSP: /.test(text)),
  tokens: [
    'Mon Nov  9 08:00:00 2026 Info: ',
    'Start MID 1 ICID 2',
    'MID 1 ICID 2 From: <>',
    'MID 1 ICID 2 RID 0 To: <a@b>',
    'MID 1 ready 9 bytes from <a@b>',
    'MID 1 rewritten to MID 2 by x',
    'MID 1 was split creating MID 2 due',
    'MID 2 was generated for bounce of MID 1',
    "Message done DCID 3 MID 1 to RID [0, 1] [('from', 'a@b')]",
    "MID 1 RID [0] Response '2.0.0 ok'",
    "Delayed: DCID 3 MID 1 to RID 0 - 4.1.0 - x ('450', ['4.2.0 a', \"b\\'\"]) []",
    "Bounced: DCID 0 MID 1 to RID 0 - 5.4.7 - x ('000', [",
    'Message finished MID 1 done',
    'Message aborted MID 1 Dropped',
    '[09/Nov/2026 08:00:00] Sent: Queue-ID: 6907a100-00000001, Recipient: <a@b>, Result: failed, Status: 5.1.1 x',
    ', Subject: ',
    ', Msg-Id: ',
    '"SMTPC"\t1\t2\t"2026-11-09 08:00:00.000"\t"203.0.113.5"\t"',
    'SENT: RCPT TO:<a@b>"',
    'SENT: [nl]."',
    'RECEIVED: 250-x[nl]250 ok"',
    'RECEIVED: 450 4.2.0 x"',
    '"APPLICATION"\t1\t"2026-11-09 08:00:00.000"\t"SMTPDeliverer - Message 1: ',
    'Delivering message from a@b to c@d, e@f. File: x"',
    'Message could not be delivered. Scheduling it for later delivery in 60 minutes."',
    'Message could not be delivered. Returning error log to sender."',
    'Message delivery thread completed."',
    '11/09/26 08:00:00\tSMTP-OU\tA.MAI\t1\t203.0.113.5\tRCPT\tRCPT TO:<a@b>\t250 ok',
    'DATE\t.\t554 5.7.1 x',
    'datetime=2026-11-09T08:00:00+0000|acc=C|aCode=x|Delivered=false|Dir=Outbound|Rcpt=a@b|RejCode=550|RejInfo="x"',
    'date=2026-11-09 time=08:00:00 log_id=1 type=event subtype=smtp session_id="6A9800HI007058-x" msg="',
    'to=<a@b>, delay=00:00:01, mailer=esmtp, dsn=5.1.1, stat=User unknown(Reason from remote:550 x)"',
    'Nov 17 09:00:00 gw1 scan[1]: h[192.0.2.1] 1794906000-0f8241420001-6AQV5q 1 2 SCAN ENC a@b c@d 0.0 0 0 - SZ:9 SUBJ:x',
    'Nov 17 09:00:00 gw1 outbound/smtp[1]: 127.0.0.1 1794906000-0f8241420001-6AQV5q 0 0 SEND - 3 8B2052296C 450 4.2.0 x #to#m[192.0.2.2]:25',
    'host m[192.0.2.2] said: 550 5.1.1 x (in reply to RCPT TO command)',
    ' #to#',
    'Tue 2026-11-17 09:00:00.123: 05: [7] ',
    'Session 7; child 0001',
    'Parsing message <c:\\x\\pd9.msg>',
    '*  To: a@b, c@d',
    '*  Connection established (192.0.2.1:1 -> 198.51.100.7:25)',
    'Attempting SMTP connection to [198.51.100.7:25]',
    '--> RCPT To:<a@b>',
    '--> DATA',
    '<-- 354 go',
    '<-- 250-x',
    '<-- 450 4.2.0 x',
    'This message is 0 days old; it has 2 days left to get delivered',
    'SMTP session terminated (Bytes in/out: 1/2)',
    '[2026.11.17] 09:00:00.123 [82632] ',
    'Delivery started for a@b at 9:00:00 AM',
    'Starting local delivery to a@b',
    'Sending remote mail to: c@d',
    'Initiating connection to 198.51.100.7',
    'Connection to 198.51.100.7:25 from 192.0.2.1:5 succeeded (Id: 1)',
    'CMD: RCPT TO:<c@d>',
    'RSP: 550-5.1.1 x',
    'RSP: 354 x',
    'Delivery for a@b to c@d has completed (Bounced)',
    'Delivery finished for a@b at 9:00:00 AM',
    '\\xff',
    '\\',
    "'",
    '"',
    '|',
    '\t',
    '<',
    ',',
    '\n',
  ],
  run: (bytes) => told([bytes]),
  inPieces: (bytes, length) => told(cut(bytes, length)),
});

const told = (chunks: readonly Buffer[]): unknown => FORMATS.map((format) => toldByLines(format, chunks));
