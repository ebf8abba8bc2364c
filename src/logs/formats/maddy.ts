import { defineLogFormat } from '../format.ts';
import { maddyReader } from '../maddy/reader.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';

/** `target.queue: delivered⇥{"attempt":1,"msg_id":"3b24958c","rcpt":"ann@b.example"}` */
const LINE = /(?:\w: |\] )[A-Za-z][^{}"]{1,120}[\t ]\{"(?:.*,")?msg_id":"[\da-f]{8,40}(?:-[\da-f]+)?"/;

export default defineLogFormat({
  id: 'maddy',
  title: 'maddy',
  shape: 'lines',
  obtain:
    'What maddy logs: journalctl -u maddy, docker logs --timestamps maddy, or the file of a log directive (log /var/log/maddy.log)',
  caveats: [
    'Mail into mailboxes of the server itself is not logged: who was taken in is told (accepted) where the queue first tries him',
    'A reply that accepts is not logged, nor the host that gave it, unless debug is on',
    'A failure of maddy’s own (no MX, no connection) has a status, and no code; of a server’s reply a 552 stands there as 452',
    'What failed for the time being at the last attempt is expired',
    'The log does not say whether a mail went out with TLS; only that it could not',
  ],
  sources: [
    {
      label: 'maddy, internal/target/queue/queue.go: what becomes of a recipient',
      url: 'https://github.com/foxcpp/maddy/blob/master/internal/target/queue/queue.go',
    },
    {
      label: 'maddy, internal/smtpconn/smtpconn.go: what is told of a failure',
      url: 'https://github.com/foxcpp/maddy/blob/master/internal/smtpconn/smtpconn.go',
    },
    {
      label: 'maddy, framework/log: how a line is written',
      url: 'https://github.com/foxcpp/maddy/tree/master/framework/log',
    },
    { label: 'maddy, issue 842: a log', url: 'https://github.com/foxcpp/maddy/issues/842' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: maddyReader,
});
