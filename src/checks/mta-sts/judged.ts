import type { Span } from '../../core/facts.ts';
import type { ParsedMtaStsPolicy } from '../../protocols/mta-sts-policy.ts';
import { mtaStsRecordAsMeant } from '../../protocols/mta-sts-record.ts';
import type { TextRecord } from '../../sources/answers.ts';
import type { MtaSts } from '../../sources/mta-sts.ts';

interface Voice {
  inconclusive(reason: string): void;
  notApplicable(reason: string): void;
}

/** The record as it should be; an id only has to change with the policy (RFC 8461 §3.1), so any will do for the first. */
export const meantRecord = ({ text }: TextRecord): string => mtaStsRecordAsMeant(text, '1');

/** For `recordToJudge`. */
export const MTA_STS = { kind: 'MTA-STS', family: 'mta-sts' } as const;

/** The policy that was fetched; undefined, and said so, where there is none to judge. */
export function policyToJudge({ policy }: MtaSts, findings: Voice): ParsedMtaStsPolicy | undefined {
  if (policy.state === 'unknown') findings.inconclusive(policy.reason);
  if (policy.state === 'failed') {
    findings.notApplicable('the MTA-STS policy cannot be fetched, see mta-sts/policy-host and mta-sts/policy-response');
  }
  return policy.state === 'fetched' ? policy.parsed : undefined;
}

/** One line of the policy as something to point at, or the part of it that `start` and `end` of the text name. */
export function lineSpan(
  { policy: { url } }: MtaSts,
  { value: { text } }: ParsedMtaStsPolicy,
  part: { readonly start: number; readonly end: number; readonly line: number },
): Span {
  return {
    source: `${url}, line ${part.line}`,
    text: text.slice(part.start, part.end),
    start: 0,
    end: part.end - part.start,
  };
}

/** The first line with this key: the one that counts. */
export const fieldOf = ({ value }: ParsedMtaStsPolicy, key: string): MtaStsField | undefined =>
  value.fields.find((field) => field.key === key);
type MtaStsField = ParsedMtaStsPolicy['value']['fields'][number];

/** What has to follow every change of the policy (RFC 8461 §3.1). */
export const NEW_ID = 'and give the record at `_mta-sts` a new id';
