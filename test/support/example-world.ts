import type { AnyCheck } from '../../src/core/check.ts';
import type { Example } from '../../src/core/example.ts';
import type { CheckResult, RecordChange } from '../../src/core/outcome.ts';
import { runChecks } from '../../src/core/run.ts';
import { crowdedAliases } from '../../src/net/zone/merge.ts';
import { parseMasterFile } from '../../src/net/zone/master-file.ts';
import type { Net } from '../../src/net/net.ts';
import { zoneWorld } from '../../src/net/zone/world.ts';
import { isSubdomainOf } from '../../src/protocols/domain.ts';
import { knownProviders } from '../../src/providers/known.ts';
import { sources, type Facts } from '../../src/sources/all.ts';
import { gather } from '../../src/sources/gather.ts';
import { exampleDelivery } from './example-delivery.ts';
import { exampleServices } from './example-services.ts';
import { exampleSessions } from './example-sessions.ts';
import { exampleTraffic } from './example-traffic.ts';

const PREAMBLE = '$ORIGIN example.com.\n$TTL 3600\n';

/** The small world of an example: what is not in it does not exist. */
export function exampleNet(example: Example): Net {
  const zoneOf = (zone: string): Net => zoneWorld(parsedZone(zone), worldOptions);
  const { servfail = [], authentic = [], bogus = [] } = example;
  const worldOptions = { outside: 'nxdomain', servfail, authentic, bogus } as const;
  const own = zoneOf(example.zone);
  return { ...own, ...exampleServices(example, own, zoneOf) };
}

function parsedZone(zone: string): ReturnType<typeof parseMasterFile> {
  const parsed = parseMasterFile(PREAMBLE + zone, { file: 'example.zone' });
  if (parsed.problems.length > 0)
    throw new Error(
      `the example's zone is broken: ${parsed.problems.map((p) => `line ${p.line}: ${p.message}`).join('; ')}`,
    );
  return parsed;
}

/** Runs one check over one example's world. */
export async function runExample(check: AnyCheck, example: Example): Promise<CheckResult> {
  const [result] = await judgedExample([check], example);
  if (result === undefined) throw new Error('no result');
  return result;
}

/** What these checks say of one example's world, in their order; every fact is gathered once. */
export async function judgedExample(checks: readonly AnyCheck[], example: Example): Promise<readonly CheckResult[]> {
  const domain = example.domain ?? 'example.com';
  const wanted = new Set(checks.flatMap((check) => [...check.needs, ...(check.considers ?? [])] as (keyof Facts)[]));
  const facts = await gather(
    {
      domain,
      net: exampleNet(example),
      now: new Date(example.today ?? '2026-11-01'),
      hints: {
        selectors: (example.selectors ?? []).map((selector) => ({
          selector,
          origin: '--selector',
          claim: 'use' as const,
        })),
        guessSelectors: false,
        ...(example.traffic === undefined ? {} : { traffic: await exampleTraffic(example) }),
        ...(example.tlsSessions === undefined ? {} : { tlsReports: await exampleSessions(example) }),
        ...(example.deliveries === undefined ? {} : { delivery: exampleDelivery(example) }),
        ...(example.expectations === undefined ? {} : { expectations: example.expectations }),
        ...(example.earlier === undefined ? {} : { earlier: exampleNet({ name: '', expect: [], ...example.earlier }) }),
        parked: example.parked === true,
        sendingAddresses: example.sendingAddresses ?? [],
        dnsbls: example.dnsbls ?? [],
        probesSmtp: example.smtp !== undefined,
        asksServers: example.servers !== undefined,
        crowdedAliases: crowdedAliases(parsedZone(example.zone).records).filter(({ name }) =>
          isSubdomainOf(name, domain),
        ),
        trustsResolver: example.authentic !== undefined || example.bogus !== undefined,
      },
      catalogue: knownProviders(),
    },
    wanted,
  );
  return runChecks(checks, facts, domain, (fact) => sources[fact as keyof Facts].absence);
}

/** The example's zone after somebody followed the advice. */
export function withChanges(zone: string, changes: readonly RecordChange[]): string {
  let lines = zone;
  for (const change of changes) {
    if (change.old !== undefined) lines = withoutRecord(lines, change);
    if (change.value !== undefined) lines += `\n${change.name}. ${change.type} ${presentation(change)}\n`;
  }
  return lines;
}

/** Long texts are cut into strings of 255 octets, as a zone file wants them. */
function presentation(change: RecordChange): string {
  const value = change.value ?? '';
  if (change.type !== 'TXT' && change.type !== 'SPF') return value;
  const strings = value.match(/[\s\S]{1,255}/g) ?? [''];
  return strings.map((string) => `"${string.replaceAll(/["\\]/g, String.raw`\$&`)}"`).join(' ');
}

function withoutRecord(zone: string, change: RecordChange): string {
  const parsed = parseMasterFile(PREAMBLE + zone, { file: 'example.zone' });
  const wanted = normal(change.old ?? '', change.type);
  const record = parsed.records.find((rr) => rr.name === change.name && rr.type === change.type && data(rr) === wanted);
  if (record?.place === undefined)
    throw new Error(`no such record to replace: ${change.name} ${change.type} ${change.old}`);
  const lines = zone.split('\n');
  const first = record.place.line - PREAMBLE.split('\n').length;
  // A record in parentheses goes on until they close.
  let last = first;
  const open = (text: string): number => (text.match(/\(/g) ?? []).length - (text.match(/\)/g) ?? []).length;
  while (
    open(
      lines
        .slice(first, last + 1)
        .join('\n')
        .replaceAll(/"[^"]*"/g, ''),
    ) > 0
  )
    last += 1;
  return [...lines.slice(0, first), ...lines.slice(last + 1)].join('\n');
}

const normal = (value: string, type: RecordChange['type']): string =>
  type === 'TXT' || type === 'SPF' ? value : value.toLowerCase().replace(/\.$/, '');

function data(rr: ReturnType<typeof parseMasterFile>['records'][number]): string {
  if (rr.type === 'TXT' || rr.type === 'SPF') return rr.strings.join('');
  if (rr.type === 'MX') return `${rr.preference} ${rr.exchange}`;
  if (rr.type === 'CNAME' || rr.type === 'NS' || rr.type === 'PTR') return rr.target;
  if (rr.type === 'TLSA') return `${rr.usage} ${rr.selector} ${rr.matching} ${rr.data}`;
  return rr.type === 'A' || rr.type === 'AAAA' ? rr.address : '';
}
