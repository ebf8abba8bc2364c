import { found } from '../core/facts.ts';
import type { HttpAnswer } from '../net/services.ts';
import {
  LONGEST_POLICY,
  parseMtaStsPolicy,
  type MtaStsPolicy,
  type ParsedMtaStsPolicy,
} from '../protocols/mta-sts-policy.ts';
import { MTA_STS_VERSION, parseMtaStsRecord, type ParsedMtaStsRecord } from '../protocols/mta-sts-record.ts';
import type { TextRecord } from './answers.ts';
import { isDefinite, isPassing, type DefiniteFailure } from './definite-failure.ts';
import { defineSource } from './source.ts';
import { versionedRecords, type VersionedRecords } from './versioned-records.ts';

/** MTA-STS of the domain: what `_mta-sts` says, and the policy that its policy host serves (RFC 8461 §3). */
export interface MtaSts extends VersionedRecords {
  /** The one record that senders go by, valid or not; absent where there is none, or several. */
  readonly record?: TextRecord & { readonly parsed: ParsedMtaStsRecord };
  readonly policy: PolicyAnswer;
  /** The policy that senders apply; absent where record or policy let them act as if there were none. */
  readonly inForce?: MtaStsPolicy;
}

/** What came of asking the policy host, `url`, for the policy. */
export type PolicyAnswer = { readonly url: string } & (
  | {
      readonly state: 'fetched';
      /** The media type with its parameters, as sent. */
      readonly contentType: string;
      readonly parsed: ParsedMtaStsPolicy;
    }
  /** Senders do not get it either. */
  | { readonly state: 'failed'; readonly fault: PolicyFault; readonly reason: string }
  /** Whether they do could not be found out. */
  | { readonly state: 'unknown'; readonly reason: string }
);

/** `status`: not 200; `redirect`: senders must not follow it (RFC 8461 §3.3). */
export type PolicyFault = DefiniteFailure | 'status' | 'redirect';

export type Value = MtaSts;

export default defineSource<MtaSts>({
  absence: 'there is no MTA-STS record',
  async gather({ domain, net }) {
    const there = await versionedRecords(`_mta-sts.${domain}`, MTA_STS_VERSION, net);
    if (there.state !== 'found') return there;
    // Asked as well where the record is damaged: who mends it wants to know about both.
    const url = `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
    const policy = policyAnswer(url, await net.fetchText(url, { octets: LONGEST_POLICY }));
    const [only, ...others] = there.value.records;
    if (only === undefined || others.length > 0) return found({ ...there.value, policy });
    const record = { ...only, parsed: parseMtaStsRecord(only.text) };
    const parsed = policy.state === 'fetched' ? policy.parsed.value : undefined;
    const applies = record.parsed.value.valid && parsed?.valid === true;
    return found({ ...there.value, record, policy, ...(applies ? { inForce: parsed } : {}) });
  },
});

function policyAnswer(url: string, answer: HttpAnswer): PolicyAnswer {
  if (answer.status === 'failed') {
    const { failure, reason } = answer;
    return isDefinite(failure) ? { url, state: 'failed', fault: failure, reason } : { url, state: 'unknown', reason };
  }
  const { code, contentType, location, body } = answer;
  if (code === 200) return { url, state: 'fetched', contentType, parsed: parseMtaStsPolicy(body) };
  if (isPassing(code)) return { url, state: 'unknown', reason: `HTTP status ${code} from ${url}` };
  if (code < 300 || code > 399) return { url, state: 'failed', fault: 'status', reason: `HTTP status ${code}` };
  const target = location === undefined ? '' : ` to ${location}`;
  return { url, state: 'failed', fault: 'redirect', reason: `HTTP status ${code}, a redirect${target}` };
}
