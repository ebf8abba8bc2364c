import { defineLogFormat } from '../format.ts';
import { harakaReader } from '../haraka/reader.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';

const LINE =
  /\[(?:DATA|PROTOCOL|DEBUG|INFO|NOTICE|WARN|ERROR|CRIT|ALERT|EMERG)\] \[(?:-|[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}[\d.]*)\] \[[^\]]+\] /i;

export default defineLogFormat({
  id: 'haraka',
  title: 'Haraka',
  shape: 'lines',
  obtain:
    'What Haraka prints, with timestamps=true in config/log.ini (and level=info for deferrals and bounces), in the file that the service manager keeps of it; or the mail log of syslog, where the syslog plugin writes there',
  caveats: [
    'Without timestamps nothing can be placed in time, and no line is read; format=default is read, logfmt and json are not',
    'A delivery is logged by domain: its recipients are those that the message came with. Where they cannot be told apart (always_split, mail that a plugin sends) the event has the domain only',
    'A reply that accepts is logged without its codes',
    'Deferrals and bounces of a whole message are at level INFO: at NOTICE, only recipients that were refused one by one are told',
  ],
  sources: [
    { label: 'Haraka, docs/Logging.md', url: 'https://github.com/haraka/Haraka/blob/master/docs/Logging.md' },
    { label: 'Haraka, outbound/hmail.js', url: 'https://github.com/haraka/Haraka/blob/master/outbound/hmail.js' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: harakaReader,
});
