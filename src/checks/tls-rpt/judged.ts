import { tlsRptAsMeant } from '../../protocols/tls-rpt.ts';
import type { TextRecord } from '../../sources/answers.ts';
import type { TlsRpt } from '../../sources/tls-rpt.ts';

/** The record as it should be; undefined where no address is left in it that reports can go to. */
export const meantRecord = ({ text }: TextRecord): string | undefined => tlsRptAsMeant(text);

/** The one record that senders go by; undefined, and said so, where there is none or several. */
export function recordToJudge(
  { record, records }: TlsRpt,
  findings: { notApplicable(reason: string): void },
): TlsRpt['record'] {
  if (record === undefined) {
    findings.notApplicable(
      records.length > 1
        ? 'there are several TLS-RPT records, see tls-rpt/single-record'
        : 'no text is recognised as TLS-RPT record, see tls-rpt/version',
    );
  }
  return record;
}

/** A first record, for a domain that takes mail. */
export const firstRecord = (domain: string): string => `v=TLSRPTv1; rua=mailto:tls-reports@${domain}`;
