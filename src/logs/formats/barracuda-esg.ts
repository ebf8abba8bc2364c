import { barracudaReader } from '../barracuda-esg/reader.ts';
import { defineLogFormat } from '../format.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';

/** `outbound/smtp[13266]: 127.0.0.1 1382041743-0f8241420001-6AQV5q 0 0 SEND ENC 1 …` */
const LINE =
  /\b(?:scan|inbound\/pass\d|(?:in|out)bound\/smtp)(?:\[\d*\])?: ?(?:\S+ )?\d{10}-[\da-f]{8,16}-\w{4,12} \d+ \d+ (?:SCAN|SEND|RECV) /;

export default defineLogFormat({
  id: 'barracuda-esg',
  title: 'Barracuda Email Security Gateway, mail syslog',
  shape: 'lines',
  obtain:
    'The mail log of the syslog server that is set under Advanced > Advanced Networking; or /mail/log/archive from support. The appliance, not Email Gateway Defense in the cloud',
  caveats: [
    'Mail that comes in goes the same way, and is in the same log: it is told by the addresses',
    'What the gateway itself has blocked, quarantined or put off (SCAN, RECV) is not told, since most of it is mail that came in',
    'Recipients stand in the SCAN line only: where the log begins behind it, the event has none',
    'The host that a message was handed to is in the log of newer versions (#to#), and otherwise where it went wrong',
  ],
  sources: [
    { label: 'Barracuda, Syslog and the Email Security Gateway', url: 'https://campus.barracuda.com/doc/171802918' },
    {
      label: 'Barracuda, solution 00006618: how to read the log',
      url: 'https://campus.barracuda.com/product/emailsecuritygateway/knowledgebase/501600000013m3uAAA/',
    },
    {
      label: 'Beats, spamfirewall/config/pipeline.js: action codes and the texts of SEND lines',
      url: 'https://github.com/elastic/beats/blob/bf50e712f9dc478de495093170d9226d1eab26b4/x-pack/filebeat/module/barracuda/spamfirewall/config/pipeline.js',
    },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: barracudaReader,
});
