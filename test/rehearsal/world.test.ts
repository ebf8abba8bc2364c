import { describe, expect, test } from 'vitest';
import { sendaudit } from '../support/sendaudit.ts';
import { REPORTS, truth, type TrueStream } from '../traffic/world.ts';

interface Counts {
  readonly messages: number;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
  readonly refused: number;
  readonly quarantined: number;
  readonly open: number;
  readonly overridden: { readonly refused: number };
}
interface Document {
  readonly groups: Readonly<
    Record<'ours' | 'forwarded' | 'suspicious', { readonly before: Counts; readonly after: Counts }>
  >;
  readonly streams: readonly {
    readonly id: string;
    readonly provider: string | null;
    readonly headerFrom: string;
    readonly before: Counts;
    readonly after: Counts;
    readonly spf: { readonly lost: number; readonly gained: number };
  }[];
  readonly fixFirst: readonly { readonly stream: string; readonly fail: number; readonly fix?: string }[];
  readonly spf: readonly {
    readonly domain: string;
    readonly changed: boolean;
    readonly before: { readonly lookups: { readonly min: number }; readonly permerrors: { readonly messages: number } };
    readonly after: { readonly lookups: { readonly min: number }; readonly permerrors: { readonly messages: number } };
    readonly unusedIncludes: readonly { readonly term: string; readonly lookups: number }[];
  }[];
  readonly basis: Readonly<Record<string, unknown>>;
  readonly readiness: readonly {
    readonly domain: string;
    readonly verdict: string;
    readonly reasons: readonly { code: string; kind: string }[];
  }[];
  readonly open: readonly unknown[];
}

const ZONES = ['--zone', 'fixtures/world/zones'] as const;
const simulated = async (...options: readonly string[]): Promise<Document> =>
  JSON.parse((await sendaudit('simulate', REPORTS, ...options, '--format', 'json')).stdout) as Document;

const isOurs = ({ class: streamClass }: TrueStream): boolean => streamClass === 'aligned' || streamClass === 'fixable';
const failing = (wanted: (stream: TrueStream) => boolean): number =>
  truth.streams.filter((stream) => wanted(stream)).reduce((sum, { messages, pass }) => sum + messages - pass, 0);
const trueStream = (key: string): TrueStream => truth.streams.find((stream) => stream.key === key)!;
const streamOf = ({ streams }: Document, provider: string): Document['streams'][number] =>
  streams.find((stream) => stream.provider === provider)!;

test('p=reject refuses what truly fails, by whose it is', async () => {
  const { groups, open } = await simulated(...ZONES, '--policy', 'reject');
  expect([groups.ours.before.refused, groups.ours.after.refused]).toEqual([0, failing(isOurs)]);
  expect(groups.forwarded.after.refused).toBe(failing((stream) => stream.class === 'forwarded'));
  expect(groups.suspicious.after.refused).toBe(failing((stream) => stream.class === 'suspicious'));
  // The mailing list's receivers said that they made an exception.
  expect(groups.forwarded.after.overridden.refused).toBe(trueStream('list-illumina').messages);
  expect(open).toEqual([]);
});

test('what to fix first is the help desk, with what its vendor says', async () => {
  const { fixFirst } = await simulated(...ZONES, '--policy', 'reject');
  expect(fixFirst[0]).toMatchObject({
    stream: 'zendesk/support/help.casaluna.example',
    fail: trueStream('helpdesk').messages,
    fix: expect.stringContaining('zendesk1._domainkey') as string,
  });
  expect(fixFirst.map(({ fail }) => fail)).toEqual(fixFirst.map(({ fail }) => fail).toSorted((a, b) => b - a));
});

test('strict alignment takes the invoices that are signed one domain higher', async () => {
  const document = await simulated('--alignment', 'strict');
  const invoices = document.streams.filter(({ headerFrom }) => headerFrom === 'billing.casaluna.example');
  expect(invoices).toHaveLength(1);
  expect(invoices[0]?.before.pass).toBe(invoices[0]?.before.messages);
  expect(invoices[0]?.after.fail).toBe(invoices[0]?.after.messages);
  // Everything else either passes by a signature of its own From domain, or its report does not hold the signature.
  const others = document.streams.filter(
    ({ headerFrom, id }) => headerFrom !== 'billing.casaluna.example' && !/^(?:suspicious|forwarded)/.test(id),
  );
  for (const { before, after } of others) expect(after.fail).toBe(before.fail);
  expect(document.groups.ours.after.unknown).toBeGreaterThan(0);
});

test('an SPF record without Microsoft takes SPF from staff mail, which passes by DKIM', async () => {
  const document = await simulated(
    ...ZONES,
    '--spf',
    'v=spf1 ip4:193.148.36.25 ip6:2a0c:b8c0:36::25 include:amazonses.com ~all',
  );
  const staff = streamOf(document, 'microsoft-365');
  const { dkimAligned, messages } = trueStream('staff');
  expect(staff.after).toMatchObject({ pass: dkimAligned, fail: messages - dkimAligned });
  // All of it has the envelope of the domain and comes from Microsoft's addresses, but for what went out unsigned.
  expect(staff.spf).toEqual({ lost: staff.before.pass - (dkimAligned - trueStream('staff').spfAligned), gained: 0 });
  const [evaluated, ...others] = document.spf;
  expect(others).toEqual([]);
  expect(evaluated).toMatchObject({
    domain: 'casaluna.example',
    before: { lookups: { min: truth.dns.spfLookups } },
    after: { lookups: { min: 1 }, permerrors: { messages: 0 } },
    unusedIncludes: [{ term: 'include:amazonses.com', lookups: 1 }],
  });
  expect(document.basis['spfDisagrees']).toMatchObject({ rows: 3, messages: 9 });
});

test('the record of now changes nothing', async () => {
  const zone = await simulated(
    ...ZONES,
    '--spf',
    'v=spf1 ip4:193.148.36.25 ip6:2a0c:b8c0:36::25 include:spf.protection.outlook.com include:amazonses.com include:servers.mcsv.net include:4711802.spf03.hubspotemail.net include:mail.zendesk.com include:old-crm.example mx:billing.casaluna.example a:shop.casaluna.example a:fax.casaluna.example ~all',
  );
  for (const { before, after } of Object.values(zone.groups)) expect(after).toEqual(before);
  expect(zone.spf).toEqual([]);
});

describe('a service withdrawn', () => {
  test('takes its stream and the copies that were forwarded, without DNS', async () => {
    const document = await simulated('--without-provider', 'amazon-ses');
    expect(streamOf(document, 'amazon-ses').after.pass).toBe(0);
    expect(document.groups.forwarded.after.pass).toBeLessThan(document.groups.forwarded.before.pass);
    for (const provider of ['mailchimp', 'hubspot', 'microsoft-365'])
      expect(streamOf(document, provider).after).toEqual(streamOf(document, provider).before);
  });

  test('and its place in the SPF records, with DNS', async () => {
    const document = await simulated(...ZONES, '--without-provider', 'amazon-ses');
    expect(streamOf(document, 'amazon-ses').after.pass).toBe(0);
    expect(document.spf.map(({ domain }) => domain)).toContain('bounce.casaluna.example');
  });
});

test('a withdrawn key leaves open what reporters wrote down without its selector', async () => {
  const { streams } = await simulated('--without-selector', 'k2@news.casaluna.example');
  const { after } = streams.find(({ provider }) => provider === 'mailchimp')!;
  expect(after.pass + after.fail + after.unknown).toBe(trueStream('newsletter').messages);
  expect(after.unknown).toBeGreaterThan(0);
  expect(after.fail).toBeGreaterThan(after.unknown);
});

test('the domain is not ready, and the verdict says why', async () => {
  const { readiness } = await simulated(...ZONES);
  const [only, ...others] = readiness;
  expect(others).toEqual([]);
  expect(only).toMatchObject({ domain: 'casaluna.example', verdict: 'not yet' });
  const codes = (kind: string): string[] =>
    only!.reasons.filter((reason) => reason.kind === kind).map(({ code }) => code);
  expect(codes('against')).toEqual(['own-mail', 'failing-stream', 'failing-stream']);
  expect(codes('open')).toEqual([]);
  expect(codes('for')).toEqual(['suspicious-mail', 'period']);
});
