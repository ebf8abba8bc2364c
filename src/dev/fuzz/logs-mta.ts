import communigatePro from '../../logs/formats/communigate-pro.ts';
import haraka from '../../logs/formats/haraka.ts';
import maddy from '../../logs/formats/maddy.ts';
import momentum from '../../logs/formats/momentum.ts';
import opensmtpd from '../../logs/formats/opensmtpd.ts';
import qmail from '../../logs/formats/qmail.ts';
import sendmail from '../../logs/formats/sendmail.ts';
import stalwart from '../../logs/formats/stalwart.ts';
import zoneMta from '../../logs/formats/zone-mta.ts';
import { toldByLines } from '../fuzzing/log-readers.ts';
import { fixtures } from '../fuzzing/samples.ts';
import { cut, fuzzTarget } from '../fuzzing/target.ts';

/** Lines that mean something to the readers, few of each: what is changed is then a large part of them. */
const head = (text: string | Buffer): string => text.toString().split('\n').slice(0, 24).join('\n');
const FORMATS = [sendmail, opensmtpd, qmail, haraka, momentum, zoneMta, stalwart, maddy, communigatePro];

/** The logs of sendmail, OpenSMTPD, qmail, Haraka, Momentum, ZoneMTA, Stalwart, maddy and CommuniGate Pro, each read as all of them. */
export default fuzzTarget({
  seeds: () =>
    fixtures('logs', '.log', 16_384)
      .map(head)
      .filter((text) => /stat=|delivery \d|\[outbound\]|^\d+@|Sender\/|\(delivery\.|"msg_id"|DEQUEUER/.test(text)),
  tokens: [
    'Nov  9 08:00:00 mx1 sendmail[7]: ',
    'Nov  9 08:00:00 mx1 smtpd[7]: ',
    'Nov  9 08:00:00 mx1 qmail: 1762675200.1 ',
    '@40000000690f51a11c9c380c ',
    '5A9800aB004711: ',
    'to=<a@b>,"x, y"@c, ',
    'to=',
    'from=<>, size=1, class=0, nrcpts=1, msgid=<a@b>',
    'ctladdr=<a@b> (1/1), ',
    'delay=1+00:00:02, ',
    'mailer=esmtp, ',
    'relay=mx. [IPv6:2001:db8::1], ',
    'dsn=4.0.0, ',
    'stat=Sent (250 ok)',
    'stat=Deferred: 450 4.2.0 x',
    'sender notify: Cannot send message for 5 days',
    'DSN: User unknown',
    'STARTTLS=client, relay=mx., version=TLSv1.3, verify=OK, cipher=x, bits=1',
    '1a2b3c4d5e6f7001 mta delivery evpid=a1b2c3d400000001 from=<a@b> to=<c@d> ',
    'smtp message msgid=a1b2c3d4 size=1 nrcpt=1',
    'relay: Expire for a1b2c3d400000001: ',
    'result="TempFail" stat="',
    'rcpt=<->, ',
    'new msg 1',
    'info msg 1: bytes 2 from <> qp 3 uid 4',
    'starting delivery 1: msg 1 to remote a@b',
    'delivery 1: failure: ',
    '192.0.2.1_does_not_like_recipient./Remote_host_said:_550_5.1.1_x/Giving_up_on_192.0.2.1./',
    "I'm_not_going_to_try_again;_this_message_has_been_in_the_queue_too_long./",
    ' queue2',
    '[NOTICE] [6A3745B0-0CA7-4FEC-ADCB-AACF60E2E3FB.1.1] [outbound] ',
    'recipient <a@b> rejected: 550 5.1.1 x',
    'delivered file=x domain=b host=h ip=192.0.2.1 port=25 mode=SMTP tls=Y auth=N response="ok" delay=1 fails=0 rcpts=1/0/0',
    'rcpts=9999999999/0/0',
    'code=OK msg="" sender=a@b',
    '08:39:16.52 2 ',
    'QUEUE([1]) from <a@b>, 9 bytes (<a@b>)',
    'SMTP-1(b) [1] sent [192.0.2.1]:2 -> [192.0.2.3]:25, got:250 ok',
    'DEQUEUER [1] SMTP(b)<a@b> relayed: relayed via [192.0.2.3]',
    'DEQUEUER [1] SMTP(*)"a b"@c failed: : ',
    '1795507201@3F/1@@@T@b@0@g@v@5@0@2@192.0.2.1@421 x',
    '@R@a@b@c@d@192.0.2.1@1@internal@default@default',
    'info Sender/a/1 id=1 18c0a3f5ab200039d8.001 DEFERRED[x] from=a@b[c@d] to=e@f src=192.0.2.1 mx=m[192.0.2.2] id=<x> (450 x)',
    '2026-11-17T09:00:00Z INFO X (delivery.rcpt-to-rejected) queueId = 1, to = "a@b", code = 451, details = "x"',
    '(queue.rescheduled) queueId = 1, to = ["a@b", "c@d"]',
    '{ reason = "x" }',
    '2026-11-17T09:00:00.000Z queue: delivered\t{"attempt":1,"msg_id":"3b24958c","rcpt":"a@b"}',
    'queue: delivery attempt failed\t{"msg_id":"3b24958c","rcpt":"a@b","reason":"x","remote_server":"m.","smtp_code":450,"smtp_enchcode":"4.2.0","smtp_msg":"m. said: x"}',
    'queue: not delivered, permanent error\t{"msg_id":"3b24958c","rcpt":"a@b"}',
    'queue: will retry\t{"msg_id":"3b24958c","rcpts":["a@b"]}',
    'submission: incoming message\t{"msg_id":"3b24958c","sender":"a@b","username":"u"}',
    'submission: accepted\t{"msg_id":"3b24958c"}',
    '[debug] connected\t{"local_addr":"192.0.2.1:1","msg_id":"3b24958c-6a0a81a2","remote_addr":"[2001:db8::1]:25","remote_server":"m."}',
    '\\x1b',
    '@',
    ' = ',
    '"',
    '<',
    ',',
    '\n',
  ],
  run: (bytes) => told([bytes]),
  inPieces: (bytes, length) => told(cut(bytes, length)),
});

const told = (chunks: readonly Buffer[]): unknown => FORMATS.map((format) => toldByLines(format, chunks));
