import { surenessOf } from '../sureness.ts';
import { defineLogFormat } from '../format.ts';
import { fortimailLine } from '../fortimail/line.ts';
import { fortimailReader } from '../fortimail/reader.ts';
import { stampOf } from '../syslog/stamp.ts';

const TYPE = /\blog_id="?\d+"? type="?(?:event|kevent|statistics|spam|virus|encrypt)"? /;

export default defineLogFormat({
  id: 'fortimail',
  title: 'FortiMail, mail event log',
  shape: 'lines',
  obtain:
    'Monitor > Log > Mail Event, Export or Download (elog.log), or what FortiMail sends to a syslog (Log & Report > Log Setting > Remote, with Mail Event)',
  caveats: [
    'Stamps have no zone: UTC is taken unless --timezone says otherwise',
    'A refusal is told with what the other server said where FortiMail quotes it (“Reason from remote”), otherwise in the words of the sendmail within',
    'Nothing says when a message is done with: what was deferred and never heard of again counts as queued',
    'In gateway mode mail that goes in is in the same log; history (statistics), antispam and other logs are left aside',
  ],
  sources: [
    {
      label: 'Fortinet, FortiMail Log Reference',
      url: 'https://docs.fortinet.com/document/fortimail/8.0.0/log-reference/99382',
    },
    {
      label: 'Sekoia.io, FortiMail: raw samples',
      url: 'https://github.com/SEKOIA-IO/documentation/tree/main/_shared_content/operations_center/integrations/generated',
    },
  ],
  recognise: (lines) => surenessOf(lines, (line) => TYPE.test(line)),
  firstTime(lines, assumptions) {
    for (const line of lines) {
      const stamp = stampOf(`${fortimailLine(line)?.stamp ?? line} `, assumptions);
      if (stamp !== undefined) return stamp.minute + stamp.seconds;
    }
    return undefined;
  },
  open: fortimailReader,
});
