import { ANY_TIME } from '../any-time.ts';
import { LEVEL } from '../cisco-esa/head.ts';
import { toldBy } from '../cisco-esa/lines.ts';
import { esaReader } from '../cisco-esa/reader.ts';
import { defineLogFormat } from '../format.ts';
import { OPERATORS_DELETIONS } from '../operators-deletions.ts';
import { stampOf } from '../syslog/stamp.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';

/** Of a line that says nothing of a message on its way: connections, verdicts, the status of each minute. */
const OWN = /^(?:New SMTP [ID]CID |[ID]CID \d+ |MID \d+ |Message (?:done|finished|aborted) |Status: CPULd )/;

function isOwn(line: string): boolean {
  const stamp = stampOf(line, ANY_TIME);
  if (stamp === undefined) return false;
  const text = line.slice(stamp.end).trimStart();
  const level = LEVEL.exec(text);
  if (level === null) return false;
  const said = text.slice(level[0].length);
  return OWN.test(said) || toldBy(said) !== undefined;
}

export default defineLogFormat({
  id: 'cisco-esa',
  title: 'Cisco Secure Email Gateway (IronPort ESA)',
  shape: 'lines',
  obtain:
    'The text mail logs: System Administration > Log Subscriptions, mail_logs, fetched by FTP or scp (mail_logs/mail.*.s and .c), or what the subscription sends to a syslog; those of a Cloud Gateway by scp as well. Rotated files as they are',
  caveats: [
    'Stamps have no zone: UTC is taken unless --timezone says otherwise; with syslog they have no year either, and belong to the last such day before the file was written',
    'A reply that accepts is logged without its three digits. Of a refusal the reply counts; the appliance’s own status (5.1.0 for any refused recipient) is told only where nobody answered',
    'Appliances count their messages each for itself: plain files, which have no host name, are read of one at a time, or of several by syslog',
    'A message that filters rewrite or split goes on under another MID: its queue id here is the first',
    'Mail that goes in is in the same log: deliveries to addresses of the own network are hand-overs (relay)',
    'Bounce logs say once more what the mail logs say: give one of them. Consolidated event logs are not read',
    'That a host could not be connected to is not logged by message: such a message waits, and nothing is told of it until it is given up',
    'The From field, DKIM signatures and X-fields are told where the subscription logs headers',
    OPERATORS_DELETIONS,
  ],
  sources: [
    {
      label: 'Cisco, ESA: mail logs, MID, ICID and DCID',
      url: 'https://www.cisco.com/c/en/us/support/docs/security/email-security-appliance/118232-technote-esa-00.html',
    },
    {
      label: 'Cisco, User Guide for AsyncOS, “Logging”',
      url: 'https://www.cisco.com/c/en/us/td/docs/security/ces/user_guide/esa_user_guide_14-0/b_ESA_Admin_Guide_ces_14-0/b_ESA_Admin_Guide_12_1_chapter_0100111.html',
    },
    {
      label: 'Elastic, Cisco Secure Email Gateway: sample logs',
      url: 'https://github.com/elastic/integrations/tree/main/packages/cisco_secure_email_gateway',
    },
  ],
  recognise: (lines) => surenessOfStamped(lines, isOwn),
  firstTime: firstTimeIn,
  open: esaReader,
});
