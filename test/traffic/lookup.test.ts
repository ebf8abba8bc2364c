import fc from 'fast-check';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asnName, asNameOf, originName, originOf } from '../../src/traffic/lookup/cymru.ts';
import { parseIp } from '../../src/protocols/ip.ts';
import { onDays, reportFolders, type DailyRow } from '../support/daily-reports.ts';
import { startDnsServer } from '../support/dns-server.ts';
import { sendaudit } from '../support/sendaudit.ts';
import { resolverOf } from '../support/zone-servers.ts';

const addressOf = (text: string) => parseIp(text) ?? expect.fail(`${text} is no address`);

interface Source {
  readonly ip: string;
  readonly stream: string;
  readonly ptr?: { readonly name: string; readonly confirmed: boolean | null };
  readonly asn?: { readonly number: number; readonly name: string | null; readonly country: string | null };
}
interface Document {
  readonly sources: readonly Source[];
  readonly lookups?: {
    readonly ptr?: Readonly<Record<string, number>>;
    readonly asn?: Readonly<Record<string, number>>;
    readonly omitted: number;
  };
}

/** Three senders that nothing but their addresses could name. */
const UNNAMED: DailyRow = { count: 50, dkim: 'example.com x1 pass', spf: 'example.com pass' };
const ROWS: readonly DailyRow[] = [
  { ...UNNAMED, ip: '100.0.0.1' },
  { ...UNNAMED, ip: '100.0.0.2', count: 40, dkim: 'example.com x2 pass' },
  { ...UNNAMED, ip: '2600::3', count: 30, dkim: 'example.com x3 pass' },
  { ...UNNAMED, ip: '10.0.0.4', count: 99, dkim: 'example.com x4 pass' },
];
const SIX = addressOf('2600::3');
const ZONE = `
1.0.0.100.in-addr.arpa. PTR o1.ptr.sendgrid.net.
o1.ptr.sendgrid.net. A 100.0.0.1
2.0.0.100.in-addr.arpa. PTR o2.ptr.sendgrid.net.
o2.ptr.sendgrid.net. A 100.0.0.99
1.0.0.100.origin.asn.cymru.com. TXT "64500 64501 | 100.0.0.0/8 | US | arin | 2002-01-04"
1.0.0.100.origin.asn.cymru.com. TXT "64502 | 100.0.0.0/24 | ES | ripencc | 2002-01-04"
AS64502.asn.cymru.com. TXT "64502 | ES | ripencc | 2002-01-04 | EXAMPLE-AS Example | Sons, ES"
${originName(SIX)}. TXT "64500 | 2600::/16 | US | arin | 2002-01-04"
`;

const lookedUp = async (folder: string, ...argv: readonly string[]): Promise<Document> =>
  JSON.parse((await sendaudit('dmarc', folder, ...argv, '--format', 'json')).stdout) as Document;
const sourceOf = ({ sources }: Document, ip: string): Source | undefined => sources.find((one) => one.ip === ip);

describe('--lookup', () => {
  test('confirms a name by the way back, and names by no other', async () => {
    const [folder] = await reportFolders(onDays(1, 1, { rows: ROWS }));
    const document = await lookedUp(folder, ...(await resolverOf(ZONE)), '--lookup');
    expect(sourceOf(document, '100.0.0.1')).toMatchObject({
      stream: 'sendgrid/transactional/example.com',
      ptr: { name: 'o1.ptr.sendgrid.net', confirmed: true },
      asn: { number: 64_502, name: 'EXAMPLE-AS Example|Sons, ES', country: 'ES' },
    });
    expect(sourceOf(document, '100.0.0.2')).toMatchObject({
      stream: 'dkim:x2/unknown/example.com',
      ptr: { name: 'o2.ptr.sendgrid.net', confirmed: false },
    });
    // A network without a name is a network all the same.
    expect(sourceOf(document, '2600::3')).toMatchObject({ asn: { number: 64_500, name: null, country: 'US' } });
    expect(document.lookups).toEqual({
      ptr: { asked: 3, found: 2, none: 1, failed: 0, confirmed: 1 },
      asn: { asked: 3, found: 2, none: 1, failed: 0 },
      omitted: 0,
    });
  });

  test('asks only for what it is told to, and nothing where it is not given', async () => {
    const [folder] = await reportFolders(onDays(1, 1, { rows: ROWS }));
    const resolver = await resolverOf(ZONE);
    const [ptr, asn, none] = await Promise.all([
      lookedUp(folder, ...resolver, '--lookup', 'ptr'),
      lookedUp(folder, ...resolver, '--lookup=asn'),
      lookedUp(folder, ...resolver),
    ]);
    expect(Object.keys(ptr.lookups ?? {})).toEqual(['ptr', 'omitted']);
    expect(Object.keys(asn.lookups ?? {})).toEqual(['asn', 'omitted']);
    expect(none.lookups).toBeUndefined();
    expect(sourceOf(none, '100.0.0.1')?.stream).toBe('dkim:x1/unknown/example.com');
  });

  test('counts the addresses nobody answers for, and asks no more at once than is decent', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => ({ ...UNNAMED, ip: `100.0.1.${index}` }));
    const [folder] = await reportFolders(onDays(1, 1, { rows }));
    const server = await startDnsServer(({ name }) => (name.endsWith('in-addr.arpa') ? 'drop' : { rcode: 3 }));
    onTestFinished(() => server.close());
    const resolver = ['--resolver', `127.0.0.1:${server.port}`, '--timeout', '0.05'];
    const document = await lookedUp(folder, ...resolver, '--lookup', 'ptr');
    expect(document.lookups?.ptr).toEqual({ asked: 40, found: 0, none: 0, failed: 40, confirmed: 0 });
    expect(server.mostAtOnce).toBeLessThanOrEqual(16);
    const page = await sendaudit('dmarc', folder, ...resolver, '--lookup', 'ptr', '--sources', '1');
    expect(page.stdout).not.toContain('unconfirmed');
  });

  test('stops at the cap of questions, and says of how many addresses nothing is known', async () => {
    const [folder] = await reportFolders(onDays(1, 1, { rows: ROWS }));
    const { lookups } = await lookedUp(folder, ...(await resolverOf(ZONE)), '--lookup', 'ptr', '--max-questions', '3');
    expect(lookups?.ptr?.['asked']).toBe(3);
    expect(lookups?.ptr?.['failed']).toBeGreaterThan(0);
  });

  test('is recorded and replayed', async () => {
    const [folder] = await reportFolders(onDays(1, 1, { rows: ROWS }));
    const recording = join(folder, '..', 'lookups.rec');
    const live = await lookedUp(folder, ...(await resolverOf(ZONE)), '--lookup', '--record', recording);
    const again = await lookedUp(folder, '--replay', recording, '--lookup');
    expect(again.sources).toEqual(live.sources);
    expect(again.lookups).toEqual(live.lookups);
  });

  test('stands beside the sources on the page and in csv', async () => {
    const rows = ROWS.map((row) => ({ ...row, dkim: '', spf: 'elsewhere.example fail' }));
    const [folder] = await reportFolders(onDays(1, 1, { rows }));
    const resolver = await resolverOf(ZONE);
    const { stdout } = await sendaudit('dmarc', folder, ...resolver, '--lookup');
    expect(stdout).toContain('o1.ptr.sendgrid.net · AS64502 EXAMPLE-AS Example|Sons, ES');
    expect(stdout).toContain('o2.ptr.sendgrid.net (unconfirmed: the name does not lead back)');
    expect(stdout).toContain('1 of 3 addresses have a name that leads back');
    const csv = await sendaudit('dmarc', folder, ...resolver, '--lookup', '--table', 'sources', '--format', 'csv');
    expect(csv.stdout).toContain(',o1.ptr.sendgrid.net,"AS64502 EXAMPLE-AS Example|Sons, ES"');
  });

  test('without a world, or with another word, is refused', async () => {
    const [folder] = await reportFolders(onDays(1, 1, { rows: ROWS }));
    expect(await sendaudit('dmarc', folder, '--lookup')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('add --live, --resolver <address> or --replay <file>') as string,
    });
    expect(await sendaudit('dmarc', '--lookup', folder)).toMatchObject({ exitCode: 2 });
  });
});

describe('Team Cymru’s records', () => {
  test('stand at the reversed address, octets or nibbles', () => {
    expect(originName(addressOf('216.90.108.31'))).toBe('31.108.90.216.origin.asn.cymru.com');
    expect(originName(addressOf('2001:db8::1'))).toMatch(/^1\.0\..*\.2\.origin6\.asn\.cymru\.com$/);
    expect(asnName(23_028)).toBe('AS23028.asn.cymru.com');
  });

  test('give the network with the longest prefix, and the first of several', () => {
    expect(
      originOf(['1 | 10.0.0.0/8 | US | arin | ', '7 8 | 10.1.0.0/16 | DE | ripencc | 2002', 'nonsense', '']),
    ).toEqual({ number: 7, prefixLength: 16, country: 'DE' });
    expect(asNameOf(['23028 | US | arin | 2002-01-04 | TEAMCYMRU, US'])).toBe('TEAMCYMRU, US');
  });

  test('never throw, whatever they are', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('|', ' | ', '23028', '1.2.3.0/24', 'US', '4294967296', '/999'));
    const records = fc.array(fc.array(part).map((parts) => parts.join('')));
    fc.assert(
      fc.property(records, (list) => {
        const origin = originOf(list);
        if (origin !== undefined) expect(origin.number).toBeGreaterThan(0);
        expect(asNameOf(list)?.length ?? 0).toBeLessThanOrEqual(100);
      }),
    );
  });
});
