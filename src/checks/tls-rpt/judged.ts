import { tlsRptAsMeant } from '../../protocols/tls-rpt.ts';
import type { TextRecord } from '../../sources/answers.ts';

/** The record as it should be; undefined where no address is left in it that reports can go to. */
export const meantRecord = ({ text }: TextRecord): string | undefined => tlsRptAsMeant(text);

/** For `recordToJudge`. */
export const TLS_RPT = { kind: 'TLS-RPT', family: 'tls-rpt' } as const;

/** A first record, for a domain that takes mail. */
export const firstRecord = (domain: string): string => `v=TLSRPTv1; rua=mailto:tls-reports@${domain}`;
