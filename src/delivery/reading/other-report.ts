/** Octets in which a report shows what it is: names of its parts stand in front. */
const LOOKED_AT = 4096;
/** RFC 7489 appendix C and RFC 9990, with a prefix or without. */
const DMARC = /<(?:[\w-]+:)?feedback[\s>][^]*<(?:[\w-]+:)?(?:report_metadata|policy_published)[\s>]/;
/** RFC 8460 §4.4. */
const TLS = /^\s*\{[^]*"(?:report-id|contact-info|organization-name)"\s*:[^]*"(?:policies|date-range)"\s*:/;

/** What somebody else's reader is for, in the words mails with such a report are passed over by; undefined for anything else. */
export function otherReport(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  if (DMARC.test(head)) return 'a DMARC report';
  return TLS.test(head) ? 'a TLS report' : undefined;
}
