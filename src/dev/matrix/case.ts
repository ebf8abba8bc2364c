import {
  EVALUATED,
  IDENTIFIERS,
  METADATA,
  RESULTS,
  recordXml,
  reportXml,
} from '../../../test/support/aggregate-xml.ts';

/** What the command line must say of the files of one case. */
export interface Truth {
  readonly reports: number;
  readonly duplicates: number;
  readonly records: number;
  readonly messages: number;
  readonly pass: number;
  /** What the first row must hold, as `--format jsonl` prints it. */
  readonly first: Readonly<Record<string, unknown>>;
  /** A phrase of each repair that must be listed: these, in order, and no others. */
  readonly repairs: readonly string[];
  /** A phrase of each error: these, and no others. */
  readonly failed: readonly string[];
  readonly passedOver: readonly string[];
  readonly exitCode: number;
}

/** One thing about a healthy report, as files in a folder of their own. */
export interface MatrixCase {
  /** Also the report's id: no two are the same report. */
  readonly name: string;
  /** By their paths in the folder. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly truth: Truth;
}

/** Three records of 3, 4 and 7 messages: one passes by DKIM, one by SPF, one not at all. */
const HEALTHY: Truth = {
  reports: 1,
  duplicates: 0,
  records: 3,
  messages: 14,
  pass: 7,
  first: {
    reporter: 'Receiver Inc',
    reporterEmail: 'dmarc@receiver.example',
    policyDomain: 'example.com',
    policy: { p: 'none', sp: 'reject', adkim: 'r', aspf: 's', pct: '100' },
    begin: '2023-11-14T22:13:20Z',
    end: '2023-11-15T22:13:19Z',
    sourceIp: '192.0.2.1',
    count: 3,
    disposition: 'none',
    overrides: [],
    dkimAligned: true,
    spfAligned: false,
    headerFrom: 'example.com',
    dkim: [{ domain: 'example.com', selector: 's1', result: 'pass' }],
    spf: [{ domain: 'bounce.example.com', scope: 'mfrom', result: 'softfail' }],
  },
  repairs: [],
  failed: [],
  passedOver: [],
  exitCode: 0,
};

export const BY_SPF = recordXml({
  sourceIp: '192.0.2.2',
  count: '4',
  evaluated: '<disposition>none</disposition><dkim>fail</dkim><spf>pass</spf>',
  results: '<spf><domain>example.com</domain><scope>mfrom</scope><result>pass</result></spf>',
});
export const FAILING = recordXml({
  sourceIp: '198.51.100.9',
  count: '7',
  evaluated: '<disposition>none</disposition><dkim>fail</dkim><spf>fail</spf>',
  results: '<spf><domain>spoof.example</domain><scope>mfrom</scope><result>pass</result></spf>',
});

/** The healthy report under this id, one element a line: records stand in lines 5 to 7. */
export const healthy = (id: string, first = recordXml()): string =>
  reportXml({ metadata: METADATA.replace('r1', id), records: [first, BY_SPF, FAILING] });

/** How the truth differs from that of the healthy report; of the first row, only what differs. */
export type Difference = Partial<Omit<Truth, 'first'>> & { readonly first?: Truth['first'] };

export const NOTHING: Difference = { reports: 0, records: 0, messages: 0, pass: 0, exitCode: 3 };

export function filesCase(
  name: string,
  make: (xml: string) => Readonly<Record<string, Uint8Array | string>>,
  { first = {}, ...difference }: Difference = {},
): MatrixCase {
  const files = Object.entries(make(healthy(name))).map(([path, content]) => [path, Buffer.from(content)] as const);
  const truth = { ...HEALTHY, ...difference, first: { ...HEALTHY.first, reportId: name, ...first } };
  return { name, files: Object.fromEntries(files), truth };
}

/** One file, whose name says nothing wrong. */
export const fileCase = (
  name: string,
  file: string,
  make: (xml: string) => Uint8Array | string,
  difference?: Difference,
): MatrixCase => filesCase(name, (xml) => ({ [file]: make(xml) }), difference);

/** A fault in the document itself. */
export const xmlCase = (
  name: string,
  make: (xml: string) => Uint8Array | string,
  difference?: Difference,
): MatrixCase => fileCase(name, 'report.xml', make, difference);

/** One stretch of the healthy document that is another one here. */
export const replacedCase = (name: string, from: string | RegExp, to: string, difference?: Difference): MatrixCase =>
  xmlCase(name, (xml) => xml.replace(from, () => to), difference);

/** Another first record. */
export const recordCase = (name: string, parts: Parameters<typeof recordXml>[0], difference?: Difference): MatrixCase =>
  xmlCase(name, () => healthy(name, recordXml(parts)), difference);

export { EVALUATED, IDENTIFIERS, METADATA, RESULTS, recordXml };
