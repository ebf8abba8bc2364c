import { defineLogFormat } from '../format.ts';
import { OPERATORS_DELETIONS } from '../operators-deletions.ts';
import { postfixGoesOn } from '../postfix/goes-on.ts';
import { postfixReader } from '../postfix/reader.ts';
import { firstTimeIn, surenessOfStamped } from '../syslog/recognise.ts';
import { ASSUMED_OF_STAMPS } from '../syslog/assumed.ts';

/** What nobody else writes, where a page or a template has left the tag out. */
const NAMELESS =
  /[ |][\dA-Za-z]{5,24}: (?:to=<[^>]{1,320}>, (?:orig_to=<[^>]{1,320}>, )?relay=|from=<[^>]{0,320}>, size=\d{1,12}, nrcpt=)/;
const POSTFIX_LINE =
  /\b(?:postfix[\w.-]*|[\w.-]+)\/(?:[\w-]+\/)?(?:smtpd?|lmtp|qmgr|cleanup|bounce|pickup|local|pipe|virtual|error|postscreen|anvil)\[?\d*\]?:? |\bpostfix[\w@.-]{0,64}(?:\/[\w.-]{1,64}){0,3}(?:\[\d{1,10}\]:?| \d{1,10} - -) [\dA-Za-z]{5,24}: /;

/** Characters in which the tag is looked for. Stops a line that is nothing but half a tag. */
const HEAD_LENGTH = 512;

export default defineLogFormat({
  id: 'postfix',
  title: 'Postfix',
  shape: 'lines',
  obtain:
    'The mail log of the machine: /var/log/mail.log, /var/log/maillog, a file of Postfix’s own (maillog_file), or journalctl -u postfix in any of its forms with a stamp; rotated files as they are',
  caveats: [
    ASSUMED_OF_STAMPS,
    'TLS is told by tls= of Postfix 3.11, or by the lines of smtp_tls_loglevel 1; where neither is there, it is not known',
    'Lines are found behind what grep, editors, docker compose or Kubernetes put before them; what was cut off before its status is not read',
    'What is refused on its way in (NOQUEUE: reject, milter-reject, postscreen) was never taken, and is not told. What is held is told once it is released; what header_checks, body_checks or a milter discard is dropped, for the one recipient that the log names',
    'A log that a mail, a page or a forum shows is read where its lines are broken, as far as Postfix’s grammar tells that one goes on in the next; marks of a page in addresses are taken off',
    'A delivery to a host inside is a hand-over, and so is one to a smart host',
    'Acceptance by the next host is the last thing a mail server sees: nothing tells of the inbox',
    OPERATORS_DELETIONS,
  ],
  sources: [
    { label: 'Postfix, postconf(5), delay_logging_resolution_limit', url: 'https://www.postfix.org/postconf.5.html' },
    { label: 'Postfix release notes 3.11', url: 'https://www.postfix.org/announcements.html' },
  ],
  recognise: (lines) =>
    surenessOfStamped(lines, (line) => {
      const head = line.slice(0, HEAD_LENGTH);
      return POSTFIX_LINE.test(head) || NAMELESS.test(head);
    }),
  firstTime: firstTimeIn,
  goesOn: postfixGoesOn,
  open: postfixReader,
});
