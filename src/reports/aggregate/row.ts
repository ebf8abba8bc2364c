/** How one authentication method fared, in the reporter's own word, lower case (`pass`, `fail`, `softfail`, `hardfail` …). */
export interface DkimResult {
  readonly domain: string;
  readonly selector?: string;
  readonly result: string;
  readonly humanResult?: string;
}
export interface SpfResult {
  readonly domain: string;
  readonly scope?: string;
  readonly result: string;
  readonly humanResult?: string;
}
/** Why a receiver did not do what the policy asked (RFC 9990 §2, PolicyOverrideReason; RFC 7489 App. C). */
export interface PolicyOverride {
  readonly type: string;
  readonly comment?: string;
}

/** `policy_published`, both schemas; what the report does not say is absent. */
export interface PublishedPolicy {
  readonly p?: string;
  readonly sp?: string;
  readonly np?: string;
  readonly adkim?: string;
  readonly aspf?: string;
  readonly fo?: string;
  readonly pct?: string;
  readonly testing?: string;
  readonly discoveryMethod?: string;
}

/** What stands once in a report and is shared by all its rows. */
export interface ReportHead {
  /** `org_name`, or the domain of `email` where it is missing. */
  readonly reporter: string;
  readonly reporterEmail?: string;
  readonly reportId: string;
  /** Seconds since 1970, UTC. */
  readonly begin: number;
  readonly end: number;
  /** `policy_published/domain`, lower case. */
  readonly policyDomain: string;
  readonly policy: PublishedPolicy;
  readonly generator?: string;
  /** `report_metadata/error`. */
  readonly errors: readonly string[];
}

/** One `<record>`: messages from one source with one set of results. */
export interface DmarcRecord {
  readonly sourceIp: string;
  readonly count: number;
  readonly disposition?: string;
  readonly overrides: readonly PolicyOverride[];
  /** `policy_evaluated/dkim` and `/spf`: DKIM or SPF passed **and** is aligned. Absent where the report does not say. */
  readonly dkimAligned?: boolean;
  readonly spfAligned?: boolean;
  /** Domains in lower case, without final dot. */
  readonly headerFrom: string;
  readonly envelopeFrom?: string;
  readonly envelopeTo?: string;
  readonly dkim: readonly DkimResult[];
  readonly spf: readonly SpfResult[];
}
