import { dmaReader } from '../dma/reader.ts';
import { defineLogFormat } from '../format.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';
import { ASSUMED_OF_STAMPS } from '../syslog/assumed.ts';

const LINE =
  /\bdma\[[\da-f]+(?:\.[\da-f]+)?\](?:\[\d+\])?: +(?:new mail from user=|mail to=<|<.*> (?:trying delivery|delivery successful)|using smarthost|trying remote delivery|remote delivery|local delivery|delivery failed, bouncing|can not bounce|connect to |Server |SSL )/;

export default defineLogFormat({
  id: 'dma',
  title: 'dma (DragonFly Mail Agent)',
  shape: 'lines',
  obtain:
    'The mail log of the machine: /var/log/maillog on FreeBSD and DragonFly BSD, /var/log/mail.log on Debian, or journalctl -t dma; rotated files as they are',
  caveats: [
    ASSUMED_OF_STAMPS,
    'Each recipient is a file of its own in the queue, and its id is what queue ids are here; ids are used again',
    'A reply that accepts is not logged. Of a reply of several lines the last is missing, and dma does not say so',
    'A failed connection is told as the attempt’s outcome where no other host took the mail',
    'Message-IDs are not logged',
  ],
  sources: [
    { label: 'dma, dma.c and net.c: what a line is made of', url: 'https://github.com/corecode/dma' },
    { label: 'dma(8)', url: 'https://man.freebsd.org/cgi/man.cgi?query=dma&sektion=8' },
  ],
  recognise: (lines) => surenessOfStamped(lines, (line) => LINE.test(line)),
  firstTime: firstTimeIn,
  open: dmaReader,
});
