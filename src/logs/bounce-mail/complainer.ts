import type { MailField } from '../../mail/header.ts';
import { addressDomain } from '../../protocols/address-parts.ts';
import { addressesIn, addressIn } from './address.ts';
import { RECIPIENTS } from './limits.ts';
import { recipientInVerp } from './return-path.ts';

const NAMED = ['original-rcpt-to', 'removal-recipient', 'x-removal-recipient'];
/** Fields in the message itself that receivers and senders keep its recipient in, then the ones everybody sees. */
const IN_MESSAGE = [
  'x-hmxmroriginalrecipient',
  'x-original-to',
  'x-envelope-to',
  'delivered-to',
  'envelope-to',
  'x-rcpt-to',
  'x-recipient',
  'to',
];
const REDACTED = /redact|removed|undisclosed|hidden|xxx+|^\W*@|\*{2,}|^[\da-f]{24,}@/i;

/** Original-Rcpt-To may stand there more than once (RFC 5965 §3.2): a trap that took the message in for several. */
export function complainers(
  report: readonly MailField[],
  message: readonly MailField[],
): readonly (string | undefined)[] {
  const named = report
    .filter(({ name }) => name === 'original-rcpt-to')
    .flatMap(({ value }) => complainer([{ name: 'original-rcpt-to', value }], []) ?? []);
  const several = [...new Set(named)].slice(0, RECIPIENTS);
  return several.length > 1 ? several : [complainer(report, message)];
}

/** Where who complained has the mailbox, if the receiver blacked out no more than the name: `redacted@example.net`. */
export function hiddenDomain(report: readonly MailField[], message: readonly MailField[]): string {
  for (const address of candidates(report, message)) {
    const domain = addressDomain(address);
    if (domain.includes('.') && !REDACTED.test(domain) && !domain.endsWith('.invalid')) return domain;
  }
  return '';
}

const candidates = (report: readonly MailField[], message: readonly MailField[]): readonly string[] =>
  [
    ...NAMED.flatMap((name) => report.filter((field) => field.name === name)),
    ...IN_MESSAGE.flatMap((name) => message.filter((field) => field.name === name)),
  ].flatMap(({ value }) => {
    const addresses = addressesIn(value);
    return addresses.length === 1 ? (addressIn(value) ?? addresses[0]?.address ?? []) : [];
  });

/** Who complained: as the report says, or else whom the message was for. Undefined where the receiver hides it. */
function complainer(report: readonly MailField[], message: readonly MailField[]): string | undefined {
  const named = candidates(report, message).find((address) => !REDACTED.test(address));
  if (named !== undefined) return named;
  // Few receivers black out the return path, and that may have been made for this recipient alone.
  const paths = [
    ...report.filter(({ name }) => name === 'original-mail-from'),
    ...message.filter(({ name }) => name === 'return-path'),
  ];
  for (const { value } of paths) {
    const recipient = recipientInVerp(value);
    if (recipient !== undefined && !REDACTED.test(recipient)) return recipient;
  }
  return undefined;
}
