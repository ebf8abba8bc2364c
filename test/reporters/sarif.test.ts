import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/outcome.ts';
import type { Judgement, Report } from '../../src/core/report.ts';
import sarif from '../../src/reporters/sarif.ts';
import { nastyReport } from './nasty.ts';
import { findingOf, judgementOf, rendered, reportOf } from './rendered.ts';
import { SARIF_SCHEMA } from './sarif-schema.ts';

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region: Readonly<Record<string, unknown>>;
  };
  readonly logicalLocations: readonly { readonly fullyQualifiedName: string }[];
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Location];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly object[];
  readonly properties: Readonly<Record<string, unknown>>;
}
interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly messageStrings: object;
        readonly defaultConfiguration: object;
      }[];
      readonly notifications: readonly { readonly id: string }[];
    };
  };
  readonly automationDetails: { readonly id: string };
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean;
      readonly exitCode: number;
      readonly toolExecutionNotifications: readonly {
        readonly descriptor: { readonly id: string };
        readonly level: string;
        readonly message: { readonly text: string };
      }[];
    },
  ];
  readonly results: readonly Result[];
}

// RFC 3986, characters only: nothing that would have to be encoded, and escapes that are whole.
const reference = /^(?:[\w.~!$&'()*+,;=:@/?#-]|%[\dA-F]{2})*$/;
const ajv = new Ajv2020({
  allErrors: true,
  strict: false,
  formats: { 'uri-reference': reference, uri: /^[a-z][a-z\d+.-]*:[^\s]+$/ },
});
const isSarif = ajv.compile(SARIF_SCHEMA);

async function runOf(report: Report): Promise<Run> {
  const log = JSON.parse(await rendered(sarif, report)) as { readonly runs: readonly [Run] };
  isSarif(log);
  expect(isSarif.errors ?? []).toEqual([]);
  return log.runs[0];
}
const resultsOf = async (...findings: Finding[]): Promise<readonly Result[]> =>
  (await runOf(reportOf({ judgements: () => [judgementOf(findings)] }))).results;
const onlyResult = async (finding: Finding, declaredAt?: Judgement['declaredAt']): Promise<Result> => {
  const judgement = { ...judgementOf([finding]), ...(declaredAt === undefined ? {} : { declaredAt }) };
  const [result] = (await runOf(reportOf({ judgements: () => [judgement] }))).results;
  if (result === undefined) throw new Error('no result');
  return result;
};
const at = { source: 'example.com TXT', text: 'v=spf1 include:a.example -all', start: 7, end: 24 };

test('a nasty report, and one that judges nothing, are SARIF', async () => {
  const { results, tool } = await runOf(nastyReport);
  const findings = [...nastyReport.judgements()].flatMap(({ result }) => result.findings);
  expect(results).toHaveLength(findings.length);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex ?? -1]?.id).toBe(ruleId);
  expect((await runOf(reportOf({}))).results).toEqual([]);
});

test('the schema of this test refuses what is no SARIF', () => {
  expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ ruleId: 'a' }] }] })).toBe(
    false,
  );
  expect(isSarif({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x', surprise: 1 } }, results: [] }] })).toBe(
    false,
  );
});

describe('a result is at', () => {
  const place = async (finding: Finding, declaredAt?: Judgement['declaredAt']): Promise<Location['physicalLocation']> =>
    (await onlyResult(finding, declaredAt)).locations[0].physicalLocation;

  test('the line its record is written at, of which only the line is known', async () => {
    const finding = findingOf({ at: { ...at, place: { file: './zones/my zone#1.db', line: 12 } } });
    expect(await place(finding, { file: 'domains.txt', line: 3 })).toEqual({
      artifactLocation: { uri: 'zones/my%20zone%231.db' },
      region: { startLine: 12 },
    });
  });

  test('the line its domain is written at, where the record is in no file', async () => {
    expect(await place(findingOf({ at }), { file: 'domains.txt', line: 3 })).toEqual({
      artifactLocation: { uri: 'domains.txt' },
      region: { startLine: 3 },
    });
  });

  test('the record itself otherwise, with the culprit’s columns: GitHub takes no result without an artifact', async () => {
    const result = await onlyResult(findingOf({ at }));
    expect(result.locations[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: 'example.com/TXT', uriBaseId: 'DNS' },
        region: { startLine: 1, startColumn: 8, endColumn: 25, snippet: { text: at.text } },
      },
      logicalLocations: [{ name: 'example.com', fullyQualifiedName: 'example.com/TXT', kind: 'resource' }],
    });
    expect(at.text.slice(8 - 1, 25 - 1)).toBe('include:a.example');
  });

  test('its domain where it points at nothing', async () => {
    expect((await place(findingOf())).artifactLocation.uri).toBe('example.com');
  });

  test('no URI with a scheme but of an absolute path: GitHub takes no other', async () => {
    const uri = async (file: string): Promise<string> =>
      (await place(findingOf({ at: { ...at, place: { file, line: 1 } } }))).artifactLocation.uri;
    expect(await uri('/srv/zones/ü.zone')).toBe('file:///srv/zones/%C3%BC.zone');
    expect(await uri(String.raw`C:\zones\a b.zone`)).toBe('file:///C:/zones/a%20b.zone');
    expect(await uri(String.raw`zones\a.zone`)).toBe('zones/a.zone');
    expect(await uri('urn:x')).toBe('urn%3Ax');
    const policy = { ...at, source: 'https://mta-sts.example.com/.well-known/mta-sts.txt' };
    expect((await place(findingOf({ at: policy }))).artifactLocation.uri).toBe(
      'mta-sts.example.com/.well-known/mta-sts.txt',
    );
  });

  test('no columns where the text is shown otherwise than it is', async () => {
    const { region } = await place(findingOf({ at: { ...at, text: 'a\u0007b', start: 2, end: 3 } }));
    expect(region).toEqual({ startLine: 1, snippet: { text: String.raw`a\x07b` } });
  });
});

describe('a fingerprint', () => {
  const print = async (parts: Partial<Finding>): Promise<string | undefined> =>
    (await onlyResult(findingOf(parts))).partialFingerprints['sendauditFinding/v1'];

  test('stays when numbers, messages and lines change', async () => {
    const one = await print({
      params: { count: 11, include: 'a.example' },
      at: { ...at, place: { file: 'z', line: 1 } },
    });
    expect(one).toMatch(/^[\da-f]{32}:1$/);
    expect(
      await print({
        params: { include: 'a.example', count: 12 },
        message: 'other words',
        at: { ...at, place: { file: 'z', line: 9 } },
      }),
    ).toBe(one);
  });

  test('differs by code, subject and the texts in it', async () => {
    const prints = [
      {},
      { code: 'spf/lookup-limit:near' },
      { subject: 'example.net' },
      { params: { include: 'b.example' } },
    ];
    expect(new Set(await Promise.all(prints.map((parts) => print(parts)))).size).toBe(prints.length);
  });

  test('counts findings that are alike', async () => {
    const results = await resultsOf(findingOf(), findingOf({ params: { count: 12 } }));
    const [first, second] = results.map(({ partialFingerprints }) => partialFingerprints['sendauditFinding/v1']);
    expect(second).toBe(first?.replace(/1$/, '2'));
  });
});

test('a waived finding is suppressed, with its reason; the others say that they are not', async () => {
  const [waived, other] = await resultsOf(
    findingOf({ waived: { by: 'ignore', reason: 'the old CRM goes in December', until: '2027-01-01' } }),
    findingOf(),
  );
  expect(waived?.suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: 'ignored until 2027-01-01: the old CRM goes in December' },
  ]);
  expect(other?.suppressions).toEqual([]);
});

test('a message makes no link of what came from outside', async () => {
  const { message } = await onlyResult(findingOf({ message: String.raw`[x](javascript:alert(1)) \ [::1]` }));
  expect(message.text).toBe(String.raw`\[x\](javascript:alert(1)) \\ \[::1\]` + '\nFix: drop one');
  expect((await onlyResult(findingOf({ message: 'from [::1]' }))).message.text).toBe('from [::1]\nFix: drop one');
});

test('what could not be found out, crashed or could not be read is told of the run', async () => {
  const judgements = [
    judgementOf([], { outcome: 'inconclusive', reason: 'SERVFAIL' }),
    judgementOf([], { outcome: 'crashed', reason: 'x is undefined' }),
    judgementOf([], { outcome: 'not-applicable', reason: 'no SPF' }),
  ];
  const inputs = { read: 1, failed: [{ path: 'a.zip', error: 'is damaged' }], repairs: [] };
  const run = await runOf(
    reportOf({ judgements: () => judgements, inputs, summary: { ...reportOf({}).summary, exitCode: 70 } }),
  );
  const [{ executionSuccessful, exitCode, toolExecutionNotifications: told }] = run.invocations;
  expect({ executionSuccessful, exitCode }).toEqual({ executionSuccessful: false, exitCode: 70 });
  expect(told.map(({ descriptor, level, message }) => [descriptor.id, level, message.text])).toEqual([
    ['inconclusive', 'warning', 'example.com: SPF needs no more than 10 DNS lookups: SERVFAIL'],
    ['crashed', 'error', 'example.com: SPF needs no more than 10 DNS lookups: x is undefined'],
    ['not-read', 'warning', 'a.zip: is damaged'],
  ]);
  for (const { descriptor } of told) expect(run.tool.driver.notifications.map(({ id }) => id)).toContain(descriptor.id);
});

test('a rule is the check as it documents itself; its parameters are numbered', async () => {
  const refs = [{ label: 'RFC 7208 §4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4' }];
  const messages = {
    near: { level: 'note', text: '{count} of {limit}, {count}' },
    over: { level: 'warning', text: 'over {limit}' },
  } as const;
  const rule = { id: 'dns/x', title: 'SPF is short', why: 'why', fix: 'fix', refs, messages };
  const { tool } = await runOf(reportOf({ rules: [rule] }));
  expect(tool.driver.rules[0]).toMatchObject({
    id: 'dns/x',
    shortDescription: { text: 'SPF is short.' },
    helpUri: refs[0]?.url,
    messageStrings: { near: { text: '{0} of {1}, {0}.' }, over: { text: 'over {0}.' } },
    defaultConfiguration: { level: 'warning' },
  });
});

test('records to publish are there for machines', async () => {
  const changes = [{ kind: 'publish', name: '_dmarc.example.com', type: 'TXT', value: 'v=DMARC1; p=none' }] as const;
  expect((await onlyResult(findingOf({ changes }))).properties).toMatchObject({
    code: 'spf/lookup-limit:over',
    records: changes,
  });
});
