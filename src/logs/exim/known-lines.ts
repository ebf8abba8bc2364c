/**
 * What Exim says of itself and of mail that comes in, without a message id: exim spec, "Log files", and the texts of its
 * sources. None of it is about a message on its way out.
 */
const KNOWN = [
  // Clients: connections, ACLs, authentication.
  /^(?:H=|U=|D=|F=|I=|A=|X=|P=|M=|no MAIL in |SMTP |LMTP |TLS |refused |rejected |temporarily rejected |unexpected |connection |Connection |ident |unqualified |VRFY |EXPN |ETRN |auth|discarded|dropped|too many |bad |synchronization |input sent |Remote host \S+ \[|invalid |incomplete |missing |Sender |sender |DKIM|DMARC|SPF|ARC|DANE|OCSP|PRDR|CHUNKING|PROXY|proxy )/,
  /\b(?:authenticator failed for|authenticator \w+ for|rejected (?:RCPT|MAIL|EHLO|HELO|DATA|VRFY|ETRN|AUTH|connection|after DATA|STARTTLS)|temporarily rejected|sender verify (?:fail|defer)|Warning: |lost (?:input )?connection|ACL:|in (?:"\w+" )?ACL|dnslists?|DNS list lookup|ratelimit)/,
  // Names and addresses.
  /^(?:no host name found|no IP address found|IP address \S+ |host (?:name|lookup|\S+ )|DNS |list matching forced to fail|gethost|failed to (?:find|get|expand|open|read|write|create|send|set|run|bind|listen|unlink|connect|look ?up)|lookup |reverse DNS|forward )/,
  // The daemon and its queue runners.
  /^(?:exim \S+ daemon|exim: |exim user |Start (?:\S+ )*queue run|End (?:\S+ )*queue run|SIG\w+ |pid \d|daemon|cwd=|socket |listen|Exim |LOG: |log (?:string|file)|queue run|IPv6 |inetd|waiting for |restart|configuration|non-existent configuration|Cannot |cannot |unable to |spool|process \d|Process |retry |Failed to |Unable to |a connection |\d+ \w+ (?:processes|connections)|lowest|Received |message |warning: |Warning: |WARNING|cutthrough|callout|malware|spam|regex|clam|Tainted|tainted|tls_|GnuTLS|OpenSSL|certificate|\[[\d.a-fA-F:]+\] SSL verify)/,
] as const;
/** Characters looked at. */
const LOOKED_AT = 600;

export function isKnownLine(line: string, at: number): boolean {
  const text = line.slice(at, at + LOOKED_AT);
  return KNOWN.some((pattern) => pattern.test(text));
}
