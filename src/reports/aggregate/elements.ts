import {
  type Drafts,
  type ResultDraft,
  addDkim,
  addReason,
  addSpf,
  clearReason,
  clearRecord,
  clearResult,
  listed,
  newMetadata,
} from './drafts.ts';
import { interned } from './intern.ts';
import { bareAddress, commented, domain, reportIdentifier, word } from './values.ts';

/** An element of the schema: what may stand in it, and what becomes of it. */
export interface Element {
  readonly children: ReadonlyMap<string, Element>;
  readonly begin: ((drafts: Drafts) => void) | undefined;
  /** For elements that hold text, and with text in it; before `end`. The first of several counts. */
  readonly value: ((drafts: Drafts, text: string) => void) | undefined;
  readonly end: ((drafts: Drafts) => void) | undefined;
}

// All of one shape: each tag of a report asks one of them.
const element = (
  children: Readonly<Record<string, Element>>,
  { begin, value, end }: Partial<Omit<Element, 'children'>>,
): Element => ({ children: new Map(Object.entries(children)), begin, value, end });
const leaf = (value: NonNullable<Element['value']>): Element => element({}, { value });
const group = (
  children: Readonly<Record<string, Element>>,
  hooks: Partial<Pick<Element, 'begin' | 'end'>> = {},
): Element => element(children, hooks);

const dateRange = group({
  begin: leaf(({ metadata }, text) => void (metadata.begin ??= text)),
  end: leaf(({ metadata }, text) => void (metadata.end ??= text)),
});

/** RFC 7489 appendix C and RFC 9990 §2 together; what neither knows is passed over with everything in it. */
export const METADATA = group(
  {
    org_name: leaf(({ metadata }, text) => void (metadata.orgName ??= text)),
    email: leaf(({ metadata }, text) => void (metadata.email ??= bareAddress(text))),
    report_id: leaf(({ metadata }, text) => void (metadata.reportId ??= reportIdentifier(text))),
    date_range: dateRange,
    data_range: dateRange, // KDDI
    error: leaf(
      ({ metadata }, text) => void (metadata.errors = listed(metadata.errors, text, 'errors in report_metadata')),
    ),
    generator: leaf(({ metadata }, text) => void (metadata.generator ??= text)),
  },
  { begin: (drafts) => void (drafts.metadata = newMetadata()) },
);

const testing = leaf(({ policy }, text) => void (policy.testing ??= word(text)));

export const POLICY = group(
  {
    domain: leaf(({ policy }, text) => void (policy.domain ??= domain(text))),
    p: leaf(({ policy }, text) => void (policy.p ??= word(text))),
    sp: leaf(({ policy }, text) => void (policy.sp ??= word(text))),
    np: leaf(({ policy }, text) => void (policy.np ??= word(text))),
    adkim: leaf(({ policy }, text) => void (policy.adkim ??= word(text))),
    aspf: leaf(({ policy }, text) => void (policy.aspf ??= word(text))),
    fo: leaf(({ policy }, text) => void (policy.fo ??= word(text))),
    pct: leaf(({ policy }, text) => void (policy.pct ??= word(text))),
    testing,
    t: testing, // what some reporters write instead: the record's own tag
    discovery_method: leaf(({ policy }, text) => void (policy.discoveryMethod ??= word(text))),
  },
  { begin: (drafts) => void (drafts.policy = {}) },
);

const reason = element(
  {
    type: leaf((drafts, text) => void (drafts.reason.type ??= word(text))),
    comment: leaf((drafts, text) => void (drafts.reason.comment ??= text)),
  },
  {
    begin: clearReason,
    // Rspamd up to 1.9: `<reason>sampled_out</reason>`.
    value: (drafts, text) => void (drafts.reason.type ??= word(text)),
    end: addReason,
  },
);

/** `pass` in any spelling; every other word says that it did not pass. */
const passed = (text: string): boolean => word(text) === 'pass';

const policyEvaluated = group({
  disposition: leaf(({ record }, text) => void (record.disposition ??= word(text))),
  dkim: leaf(({ record }, text) => void (record.dkimAligned ??= passed(text))),
  spf: leaf(({ record }, text) => void (record.spfAligned ??= passed(text))),
  reason,
});

const identifiers = group({
  header_from: leaf(({ record }, text) => void (record.headerFrom ??= domain(text))),
  envelope_from: leaf(({ record }, text) => void (record.envelopeFrom ??= domain(text))),
  envelope_to: leaf(({ record }, text) => void (record.envelopeTo ??= domain(text))),
});

/** A comment is the same as `human_result`, which older reporters do not know of. */
function takeResult(draft: ResultDraft, text: string): void {
  const both = commented(text);
  draft.result ??= both?.result ?? word(text);
  if (both !== undefined && both.comment !== '') draft.humanResult ??= both.comment;
}

const resultOf = {
  domain: leaf(({ result }, text) => void (result.domain ??= domain(text))),
  result: leaf(({ result }, text) => takeResult(result, text)),
  human_result: leaf(({ result }, text) => void (result.humanResult ??= text)),
};
const dkim = group(
  { ...resultOf, selector: leaf(({ result }, text) => void (result.selector ??= text)) },
  { begin: clearResult, end: addDkim },
);
const spf = group(
  { ...resultOf, scope: leaf(({ result }, text) => void (result.scope ??= word(text))) },
  { begin: clearResult, end: addSpf },
);

export const ROW = group(
  {
    source_ip: leaf(({ record }, text) => void (record.sourceIp ??= text)),
    count: leaf(({ record }, text) => void (record.count ??= text)),
    policy_evaluated: policyEvaluated,
  },
  { begin: ({ record }) => void (record.rows += 1) },
);

export const RECORD = group(
  {
    row: ROW,
    identifiers,
    identities: identifiers, // an early draft, still sent
    auth_results: group({ dkim, spf }),
  },
  { begin: clearRecord },
);

export const FEEDBACK = group({ report_metadata: METADATA, policy_published: POLICY, record: RECORD });

/** An element of no schema around the records of a report, which are read all the same. */
export const WRAPPER = group({ record: RECORD });
/** Extensions (RFC 9990 §2) may hold what looks like a record: what is theirs is not the report's. */
export const mayWrap = (tag: string): boolean => !tag.includes(':') && tag.toLowerCase() !== 'extension';

/** Around the report: nothing, or an element that somebody wrapped it in. */
export const OUTSIDE = group({ feedback: FEEDBACK });

/**
 * Whether a tag within a record is another schema's (RFC 9990 §2 allows such at its end), which may have a `row` of its own:
 * its prefix is not the one of the record's own tag.
 */
export const isForeign = (tag: string, recordTag: string): boolean =>
  tag.includes(':') && tag.slice(0, tag.indexOf(':')) !== recordTag.slice(0, Math.max(0, recordTag.indexOf(':')));

/** The element a tag opens, if the schema knows it here. Prefixes are not looked at: reporters invent their own. */
export function childOf(parent: Element, tag: string): Element | undefined {
  return parent.children.get(tag) ?? parent.children.get(localName(tag));
}
const localName = interned((tag) => tag.slice(tag.indexOf(':') + 1).toLowerCase());
