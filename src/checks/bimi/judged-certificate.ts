import type { Detail } from '../../core/check.ts';
import type { Bimi } from '../../sources/bimi.ts';
import type { MarkCertificate } from '../../sources/mark-certificate.ts';
import { detailOf } from './judged-record.ts';

export type ReadCertificate = MarkCertificate & { readonly state: 'read' };

/** The certificate to judge; undefined, and said so, where the file holds none. */
export function certificateToJudge(
  certificate: MarkCertificate,
  findings: { notApplicable(reason: string): void },
): ReadCertificate | undefined {
  if (certificate.state === 'read') return certificate;
  findings.notApplicable(`the file at ${certificate.url} holds no certificate that can be read`);
  return undefined;
}

/** Points at the `a=` that names it. */
export const certificateDetail = (bimi: Bimi): Detail =>
  bimi.record === undefined ? {} : detailOf(bimi, bimi.record, bimi.record.parsed.value.evidence);

/** `2026-11-01`. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
