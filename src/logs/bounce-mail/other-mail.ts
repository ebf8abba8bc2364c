import { headerOf, type MailContents } from './contents.ts';
import { feedbackType } from './feedback.ts';
import { rejectedByRule } from './rejected-by-rule.ts';

/** What a mail is that is understood and tells of no delivery, as a phrase; undefined where it may be anything. */
export function otherMail(mail: MailContents): string | undefined {
  const report = mail.parameters.get('report-type')?.toLowerCase();
  if (report === 'tlsrpt') return 'a TLS report';
  if (report === 'disposition-notification' && !rejectedByRule(mail)) return 'a notice that a mail was opened, or not';
  if (mail.parts.some(({ type }) => type.startsWith('application/tlsrpt'))) return 'a TLS report';
  const feedback = feedbackType(mail);
  // RFC 6591; `dmarc` is what some wrote before it.
  if (feedback === 'auth-failure' || feedback === 'dmarc') return 'a report of failed authentication';
  // Somebody took it out of the spam folder. That is no complaint.
  if (feedback === 'not-spam') return 'a note that a mail is no spam';
  const subject = headerOf(mail, 'subject') ?? '';
  // RFC 9990 §3.1.1: receiver!domain!begin!end.xml.gz
  const named = mail.parts.some(({ name = '' }) => /^[^!\s]{1,255}![^!\s]{1,255}!\d+!\d+/.test(name));
  if (named || /^\W*report domain: /i.test(subject)) return 'a DMARC report';
  return undefined;
}
