import { ANY_TIME } from '../any-time.ts';
import { textBlocks } from '../block.ts';
import { eximGoesOn } from '../exim/goes-on.ts';
import { isKnownLine } from '../exim/known-lines.ts';
import { headReader } from '../exim/head.ts';
import { messageIdEnd } from '../exim/message-id.ts';
import { eximReader } from '../exim/reader.ts';
import { defineLogFormat } from '../format.ts';
import { OPERATORS_DELETIONS } from '../operators-deletions.ts';
import { firstTimeIn } from '../syslog/recognise.ts';

const SURE = 1;
const HALF_SURE = 0.5;

export default defineLogFormat({
  id: 'exim',
  title: 'Exim',
  shape: 'lines',
  obtain:
    'The main log: /var/log/exim4/mainlog on Debian and Ubuntu, /var/log/exim_mainlog with cPanel, /var/log/exim/main.log elsewhere (exim -bP log_file_path says where); or the mail log of syslog where Exim writes there, or what exigrep finds in them; rotated files as they are',
  caveats: [
    'Stamps without a zone are taken for UTC unless --timezone says otherwise; log_timezone makes Exim write it',
    'Seconds unless log_selector has millisec: a delay below a second is then 0. With queue_time the delay is Exim’s own, otherwise the time between the lines of arrival and delivery',
    'DT= (deliver_time) is the connection and the transmission together, and stands under transmission',
    'A delivery without X= had no TLS where others in the same log have one; of deferrals Exim does not tell',
    'A line that a mail or a page shows broken is put together where Exim’s grammar or its indentation tells that it goes on',
    'Acceptance by the next host is the last thing a mail server sees: nothing tells of the inbox',
    'The signature that Exim itself adds is not logged; DKIM= names one that the message came with',
    OPERATORS_DELETIONS,
  ],
  sources: [
    {
      label: 'Exim specification, chapter “Log files”',
      url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-log_files.html',
    },
    {
      label: 'Exim 4.97, ChangeLog JH/29: message ids of 23 characters',
      url: 'https://github.com/Exim/exim/blob/master/doc/doc-txt/ChangeLog',
    },
    {
      label: 'Exim, src/deliver.c: what a line is made of',
      url: 'https://github.com/Exim/exim/blob/master/src/src/deliver.c',
    },
  ],
  recognise(lines) {
    const head = headReader();
    head.begin(ANY_TIME);
    const line = { time: 0, assumed: undefined, host: undefined, text: '', at: 0 };
    let [stamped, ours] = [0, 0];
    const blockOf = textBlocks();
    for (const text of lines) {
      const { block, end } = blockOf(text);
      const kind = head.read(block, 0, end, line);
      if (kind === undefined) continue;
      stamped += 1;
      if (kind !== 'exim') continue;
      if (line.host !== undefined || messageIdEnd(line.text, line.at) >= 0 || isKnownLine(line.text, line.at))
        ours += 1;
    }
    return ours === 0 ? 0 : HALF_SURE + ((SURE - HALF_SURE) * ours) / stamped;
  },
  firstTime: firstTimeIn,
  goesOn: eximGoesOn,
  open: eximReader,
});
