import type { Settled } from '../../core/facts.ts';
import type { RecordChange } from '../../core/outcome.ts';

/** The record of a domain that says it has no mail at all, with a null MX and nobody authorised by SPF. */
export const REFUSING_RECORD = 'v=DMARC1; p=reject';

/** The record to begin with: watch, and have reports sent (RFC 9989 §5.1.4) where there is a domain that takes mail. */
export const firstRecord = (mailbox: Settled<string>): string =>
  mailbox.state === 'absent' ? 'v=DMARC1; p=none' : `v=DMARC1; p=none; rua=mailto:dmarc-reports@${mailbox.value}`;

/** The record as advice: what to do in words, and the change. */
export function adviceFor(
  name: string,
  value: string,
): { readonly fix: string; readonly changes: readonly RecordChange[] } {
  return { fix: fixFor(name, value), changes: [{ kind: 'publish', name, type: 'TXT', value }] };
}

function fixFor(name: string, value: string): string {
  if (value.includes('p=reject')) return `publish \`${value}\` at \`${name}\`: the domain says that it has no mail`;
  const reports = value.includes('rua=')
    ? 'with the address of a mailbox that you read, or of a report service'
    : 'with a `rua=` that names a mailbox elsewhere; `p=reject` instead where nothing sends in its name';
  return `publish a record at \`${name}\`, ${reports}`;
}
