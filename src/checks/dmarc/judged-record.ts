import type { Detail } from '../../core/check.ts';
import type { Place, Span } from '../../core/facts.ts';
import { onceFor } from '../../core/once-for.ts';
import type { RecordChange } from '../../core/outcome.ts';
import type { DmarcDiscovery } from '../../dmarc-policy/discover.ts';
import { isDmarcVersion, type DmarcProblem, type DmarcRecord } from '../../protocols/dmarc.ts';
import type { DmarcPolicyRecord } from '../../sources/dmarc-record.ts';
import { isAboveUs } from './coverage.ts';
import { meantText } from './meant.ts';

/** The DMARC record that applies, where the domain's owners can change it. */
export interface JudgedRecord {
  /** The domain it stands at, which may be one above. */
  readonly domain: string;
  /** `_dmarc.<domain>`. */
  readonly name: string;
  /** Where the TXT record stands in truth: at the end of the CNAME chain. */
  readonly owner: string;
  readonly text: string;
  /** The text as it was probably meant: proposals edit this, so that none of them publishes a fault again. */
  readonly meant: string;
  readonly value: DmarcRecord;
  readonly problems: readonly DmarcProblem[];
  readonly inherited: boolean;
  readonly place?: Place;
}

interface Facts {
  readonly dmarc: DmarcDiscovery;
  readonly dmarcRecord: DmarcPolicyRecord;
}

/** The record to judge; undefined, and said so, where only that of a public suffix applies: it is somebody else's. */
export function recordToJudge(
  { dmarc, dmarcRecord }: Facts,
  findings: { notApplicable(reason: string): void },
): JudgedRecord | undefined {
  const { domain, name, text, parsed, inherited, place } = dmarcRecord;
  if (isAboveUs(domain, dmarc)) {
    findings.notApplicable(`only the record of the public suffix ${domain} applies`);
    return undefined;
  }
  const owner = dmarc.answers.find((answer) => answer.domain === domain)?.via.at(-1) ?? name;
  const { value, problems } = parsed;
  return {
    domain,
    name,
    owner,
    text,
    // Thirty checks judge one record, and only what they propose rests on it.
    get meant() {
      return meantOnce(dmarcRecord);
    },
    value,
    problems,
    inherited,
    ...(place === undefined ? {} : { place }),
  };
}

const meantOnce = onceFor(({ text }: DmarcPolicyRecord) => meantText(text));

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a finding about the record carries: where, and, if that is known, the record to publish in its place. */
export function detailOf(record: JudgedRecord, part: Stretch | undefined, value?: string): Detail {
  const about = record.inherited ? { subject: record.domain } : {};
  return { at: spanIn(record, part), changes: proposal(record, value), ...about };
}

/** A stretch of a text at a `_dmarc` name, or all of it, as something to point at. */
export function spanIn(
  { name, text, place }: { readonly name: string; readonly text: string; readonly place?: Place },
  { start, end }: Stretch = { start: 0, end: text.length },
): Span {
  return { source: `${name} TXT`, text, start, end, ...(place === undefined ? {} : { place }) };
}

/** The record with another text in its place; nothing where that is no DMARC record, or no other one. */
function proposal({ owner, text }: JudgedRecord, proposed: string | undefined): readonly RecordChange[] {
  const value = proposed?.trimEnd();
  if (value === undefined || value === text || !isDmarcVersion(value)) return [];
  return [{ kind: 'replace', name: owner, type: 'TXT', old: text, value }];
}

/** The tag as it is written, to quote and to point at; of several the first. */
export const tagIn = ({ value }: JudgedRecord, name: string): DmarcRecord['tags'][number] | undefined =>
  value.tags.find((tag) => tag.name.toLowerCase() === name);
