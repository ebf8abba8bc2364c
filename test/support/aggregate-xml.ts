/** Small aggregate reports, as text: one healthy report, and its parts to put something wrong in. */

export interface RecordXml {
  readonly sourceIp?: string;
  readonly count?: string;
  /** Everything in `policy_evaluated`. */
  readonly evaluated?: string;
  /** Everything in `identifiers`. */
  readonly identifiers?: string;
  /** Everything in `auth_results`. */
  readonly results?: string;
  /** Whatever else stands in the record. */
  readonly more?: string;
}

export const METADATA =
  '<report_metadata><org_name>Receiver Inc</org_name><email>dmarc@receiver.example</email><report_id>r1</report_id>' +
  '<date_range><begin>1700000000</begin><end>1700086399</end></date_range></report_metadata>';
export const POLICY =
  '<policy_published><domain>example.com</domain><adkim>r</adkim><aspf>s</aspf><p>none</p><sp>reject</sp><pct>100</pct></policy_published>';
export const EVALUATED = '<disposition>none</disposition><dkim>pass</dkim><spf>fail</spf>';
export const IDENTIFIERS = '<header_from>example.com</header_from>';
export const RESULTS =
  '<dkim><domain>example.com</domain><selector>s1</selector><result>pass</result></dkim>' +
  '<spf><domain>bounce.example.com</domain><scope>mfrom</scope><result>softfail</result></spf>';

export function recordXml(parts: RecordXml = {}): string {
  const {
    sourceIp = '192.0.2.1',
    count = '3',
    evaluated = EVALUATED,
    identifiers = IDENTIFIERS,
    results = RESULTS,
    more = '',
  } = parts;
  return (
    `<record><row><source_ip>${sourceIp}</source_ip><count>${count}</count>` +
    `<policy_evaluated>${evaluated}</policy_evaluated></row><identifiers>${identifiers}</identifiers>` +
    `<auth_results>${results}</auth_results>${more}</record>`
  );
}

export interface ReportXml {
  readonly declaration?: string;
  readonly metadata?: string;
  readonly policy?: string;
  readonly records?: readonly string[];
  readonly end?: string;
}

/** A report of one element a line: the declaration, `feedback`, metadata, policy, then the records from line 5 on. */
export function reportXml(parts: ReportXml = {}): string {
  const { declaration = '<?xml version="1.0" encoding="UTF-8"?>', metadata = METADATA, policy = POLICY } = parts;
  const { records = [recordXml()], end = '</feedback>' } = parts;
  return [declaration, '<feedback>', metadata, policy, ...records, end].join('\n');
}

/** `count` records, each from an address of its own, of 1, 2, 3 … messages. */
export const manyRecords = (count: number): string[] =>
  Array.from({ length: count }, (_, at) =>
    recordXml({ sourceIp: `198.51.${at >> 8}.${at & 255}`, count: String(at + 1) }),
  );
