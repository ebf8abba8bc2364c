import courier from '../../logs/formats/courier.ts';
import dma from '../../logs/formats/dma.ts';
import msmtp from '../../logs/formats/msmtp.ts';
import nullmailer from '../../logs/formats/nullmailer.ts';
import { toldByLines } from '../fuzzing/log-readers.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

const head = (text: string | Buffer): string => text.toString().split('\n').slice(0, 24).join('\n');
const FORMATS = [courier, dma, msmtp, nullmailer];

/** The logs of Courier and of the small agents that hand everything over, each read as all of them. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', '.log', 16_384)
      .map(head)
      .filter((text) => /courierd: |dma\[|nullmailer|exitcode=EX_/.test(text)),
  tokens: [
    'Nov  9 08:00:00 web1 dma[2a41f.18c5e6c4a060]: ',
    'Nov  9 08:00:00 web1 dma[2a41f]: ',
    'Nov  9 08:00:00 web1 courieresmtp: ',
    'Nov  9 08:00:00 web1 courierd: ',
    'Nov  9 08:00:00 web1 nullmailer-send[7]: ',
    'Nov  9 08:00:00 web1 msmtp: ',
    'Nov  9 08:00:00 ',
    'new mail from user=www uid=80 envelope_from=<a@b>',
    'mail to=<a@b> queued as 2a41f.18c5e6c4a060',
    '<a@b> trying delivery',
    '<a@b> delivery successful',
    'using smarthost (h:587)',
    'trying remote delivery to h [2001:db8::1] pref 10',
    'remote delivery deferred: h [192.0.2.1] failed after RCPT TO: 450 x#015#012450 y',
    'remote delivery to h [192.0.2.1] failed after final DATA: 550 x',
    'connect to h [192.0.2.1] failed: x',
    'delivery failed, bouncing as 2a422',
    'can not bounce a bounce message, discarding',
    'newmsg,id=A1.B2.C3: dns; h (h [192.0.2.1])',
    'started,id=A1.B2.C3,from=<a@b>,module=esmtp,host=b,addr=<c@b>',
    'started,id=A1.B2.C3,from=<>,module=dsn,host=,addr=<a@b>',
    'id=A1.B2.C3,from=<a@b>,addr=<c@b>: 450 x',
    'id=A1.B2.C3,from=<a@b>,addr=<c@b>,size=1,success: delivered: h [::ffff:192.0.2.1]',
    'id=A1.B2.C3,from=<a@b>,addr=<c@b>,status: deferred',
    'completed,id=A1.B2.C3',
    'Starting delivery: host: h protocol: smtp file: 1794211200.7',
    'From: <a@b> to: <c@d>, <e@f>',
    'Message-ID: <a@b>',
    'smtp: Failed: 550-5.1.1 <c@d> x',
    'smtp: Succeeded: 250 x',
    'Sending failed: Permanent error in sending the message',
    'Moving message 1794211200.7 into failed',
    'Sent file.',
    "host=h tls=on auth=off from=a@b recipients=c@d,e@f mailsize=1 smtpstatus=550 smtpmsg='550 x\\n550 y' errormsg='z' exitcode=EX_DATAERR",
    "smtpmsg='",
    '\\x1b',
    '<',
    '>',
    ',',
    '\n',
  ],
  run: (bytes) => told([bytes]),
  inPieces: (bytes, length) => told(cut(bytes, length)),
});

const told = (chunks: readonly Buffer[]): unknown => FORMATS.map((format) => toldByLines(format, chunks));
