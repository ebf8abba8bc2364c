import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Example, ExamplePage } from '../../src/core/example.ts';
import { cachedNet } from '../../src/net/cached.ts';
import { readCertificate } from '../../src/protocols/certificate.ts';
import { knownProviders } from '../../src/providers/known.ts';
import type { Facts } from '../../src/sources/all.ts';
import { gather } from '../../src/sources/gather.ts';
import { readMarkCertificate } from '../../src/sources/mark-certificate-reading.ts';
import { issue, type Issued } from '../support/certificates.ts';
import { exampleNet } from '../support/example-world.ts';
import { logotype } from '../support/logotype.ts';

const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps" viewBox="0 0 9 9"><title>é</title></svg>';
const OCTETS = Buffer.from(LOGO).toString('latin1');
const L = 'https://example.com/logo.svg';
const A = 'https://example.com/mark.pem';
const RECORD = `default._bimi TXT "v=BIMI1; l=${L}; a=${A}"`;
const image: ExamplePage = { contentType: 'image/svg+xml; charset=utf-8', body: OCTETS };

async function factsOf(world: Pick<Example, 'zone' | 'web' | 'servfail' | 'domain'>) {
  const questions: string[] = [];
  const net = exampleNet({ name: '', expect: [], ...world });
  const counted: typeof net = {
    ...net,
    resolve(name, type) {
      questions.push(`${name} ${type}`);
      return net.resolve(name, type);
    },
    fetchText(url, limits) {
      questions.push(url);
      return net.fetchText(url, limits);
    },
  };
  const facts = await gather(
    {
      domain: world.domain ?? 'example.com',
      net: cachedNet(counted),
      hints: { selectors: [], guessSelectors: false },
      catalogue: knownProviders(),
      now: new Date('2026-11-01'),
    },
    ['bimi', 'markCertificate'],
  );
  return { ...(facts as Pick<Facts, 'bimi' | 'markCertificate'>), questions };
}

describe('the record of a domain', () => {
  test('costs one question where there is none, and fetches nothing', async () => {
    const { bimi, markCertificate, questions } = await factsOf({ zone: '@ A 192.0.2.1' });
    expect([bimi.state, markCertificate.state]).toEqual(['absent', 'absent']);
    expect(questions).toEqual(['default._bimi.example.com TXT']);
  });

  test('is found with what it names', async () => {
    const { bimi, questions } = await factsOf({ zone: RECORD, web: { [L]: image } });
    expect(bimi).toMatchObject({
      state: 'found',
      value: {
        domain: 'example.com',
        inherited: false,
        indicator: { file: { state: 'found', mediaType: 'image/svg+xml' }, svg: { judged: { value: { title: 'é' } } } },
        evidence: { state: 'unknown' },
      },
    });
    expect(questions.toSorted()).toEqual(['default._bimi.example.com TXT', L, A].toSorted());
  });

  test('is that of the organisational domain where a sub-domain has none', async () => {
    const { bimi, questions } = await factsOf({ zone: RECORD, domain: 'a.news.example.com', web: { [L]: image } });
    expect(bimi).toMatchObject({
      value: { domain: 'example.com', name: 'default._bimi.example.com', inherited: true },
    });
    expect(questions.filter((question) => question.endsWith('TXT'))).toEqual([
      'default._bimi.a.news.example.com TXT',
      'default._bimi.example.com TXT',
    ]);
  });

  test('is its own where it has one, also one that declines', async () => {
    const zone = `${RECORD}\ndefault._bimi.news TXT "v=BIMI1; l=; a="`;
    const { bimi } = await factsOf({ zone, domain: 'news.example.com' });
    expect(bimi).toMatchObject({ value: { inherited: false, record: { parsed: { value: { declined: true } } } } });
  });

  test('ends the search where there are several, and other texts do not', async () => {
    const two = `${RECORD}\ndefault._bimi.news TXT "v=BIMI1; l="\ndefault._bimi.news TXT "v=BIMI1; l=;"`;
    const several = await factsOf({ zone: two, domain: 'news.example.com' });
    expect(several.bimi).toMatchObject({ value: { inherited: false, records: { length: 2 } } });
    expect(several.bimi.state === 'found' && several.bimi.value.record).toBe(undefined);
    const other = await factsOf({ zone: `${RECORD}\n*.news TXT "token"`, domain: 'news.example.com', web: {} });
    expect(other.bimi).toMatchObject({ value: { inherited: true } });
  });

  test('stands at the end of a CNAME, and says so', async () => {
    const { bimi } = await factsOf({ zone: `default._bimi CNAME b.example.net.\nb.example.net. TXT "v=BIMI1; l="` });
    expect(bimi).toMatchObject({ value: { name: 'default._bimi.example.com', record: { owner: 'b.example.net' } } });
  });

  test.each([
    ['example.com', 'default._bimi.example.com'],
    ['news.example.com', 'default._bimi.news.example.com'],
    ['news.example.com', 'default._bimi.example.com'],
  ])('of %s is unknown where %s cannot be asked', async (domain, servfail) => {
    const { bimi } = await factsOf({ zone: '@ A 192.0.2.1', domain, servfail: [servfail] });
    expect(bimi).toMatchObject({ state: 'unknown', reason: expect.stringContaining(servfail) });
  });
});

describe('a file it names', () => {
  const fileAt = async (web: Example['web']) => {
    const { bimi } = await factsOf({
      zone: `default._bimi TXT "v=BIMI1; l=${L}"`,
      ...(web === undefined ? {} : { web }),
    });
    return bimi.state === 'found' ? bimi.value.indicator : undefined;
  };

  test.each([
    [{ code: 404 }, { state: 'refused', code: 404 }],
    [{ failure: 'certificate' }, { state: 'unreachable' }],
    [{ failure: 'too-large' }, { state: 'unreachable' }],
    [{ failure: 'timeout' }, { state: 'unknown' }],
    [{ failure: 'network' }, { state: 'unknown' }],
    [{ code: 503 }, { state: 'unknown' }],
    [
      { code: 301, location: 'http://example.com/x' },
      { state: 'refused', code: 301 },
    ],
    [
      { code: 301, location: '/logo.svg' },
      { state: 'refused', redirects: { length: 3 } },
    ],
  ] as const)('that answers %j is %j', async (page, expected) => {
    expect((await fileAt({ [L]: page }))?.file).toMatchObject(expected);
  });

  test('is followed where it has moved', async () => {
    const indicator = await fileAt({ [L]: { code: 302, location: '/new.svg' }, 'https://example.com/new.svg': image });
    expect(indicator?.file).toMatchObject({ state: 'found', url: L, redirects: ['https://example.com/new.svg'] });
  });

  test('is unpacked where it is SVGZ, and no bomb is', async () => {
    const packed = gzipSync(LOGO).toString('latin1');
    const indicator = await fileAt({ [L]: { ...image, body: packed } });
    expect(indicator?.svg).toMatchObject({ body: OCTETS, sent: packed.length, judged: { problems: [] } });
    const bomb = gzipSync(Buffer.alloc(2 << 20)).toString('latin1');
    expect((await fileAt({ [L]: { ...image, body: bomb } }))?.svg?.body).toBe(bomb);
  });
});

describe('a mark certificate', () => {
  const root = issue({ commonName: 'Example Root', authority: true, until: '2040-01-01' });
  const middle = issue({ commonName: 'Example CA', authority: true, issuer: root, until: '2030-01-01' });
  const names = ['example.com', 'default._bimi.example.com'];
  const logoless = { organisation: 'Example Ltd', names, purpose: 'mark', from: '2026-01-01' } as const;
  const selfIssued = { ...logoless, extensions: [logotype(LOGO)] };
  const base = { ...selfIssued, issuer: middle };
  const mark = issue({ ...base, markType: 'Registered Mark', until: '2027-06-30' });
  const read = (pem: string, indicator: string | undefined = OCTETS, roots: readonly Issued[] = [root]) =>
    readMarkCertificate({
      url: A,
      pem,
      indicator,
      now: new Date('2026-11-01'),
      roots: roots.flatMap(({ der }) => readCertificate(der) ?? []),
    });

  test('is trusted with its chain, and holds the logo', async () => {
    for (const pem of [mark.pem + middle.pem, mark.pem + middle.pem + root.pem]) {
      expect(await read(pem)).toMatchObject({
        state: 'read',
        organisation: 'Example Ltd',
        names,
        notBefore: new Date('2026-01-01'),
        notAfter: new Date('2027-06-30'),
        trust: { state: 'trusted' },
        logo: { state: 'found', markType: 'Registered Mark', type: 'VMC', isIndicator: true },
      });
    }
  });

  test('for a mark in use is a CMC', async () => {
    const common = issue({ ...base, markType: 'Prior Use Mark' });
    expect(await read(common.pem)).toMatchObject({ logo: { type: 'CMC', markType: 'Prior Use Mark' } });
  });

  test('with another logo is said to hold another, and without one to compare says nothing', async () => {
    expect(await read(mark.pem, `${OCTETS}\n`)).toMatchObject({ logo: { isIndicator: false } });
    const alone = await readMarkCertificate({ url: A, pem: mark.pem, indicator: undefined, now: new Date() });
    expect(alone.state === 'read' && 'isIndicator' in alone.logo).toBe(false);
  });

  test.each([
    ['without its chain', () => mark.pem, 'incomplete'],
    ['in the wrong order', () => middle.pem + mark.pem, 'broken'],
    ['with a stranger above it', () => mark.pem + root.pem, 'broken'],
    ['of a root nobody knows', () => issue({ ...base, issuer: other }).pem + other.pem, 'unknown-root'],
    ['that vouches for itself', () => issue(selfIssued).pem, 'self-signed'],
  ])('%s is not trusted', async (_, pem, state) => {
    expect(await read(pem())).toMatchObject({ trust: { state } });
  });
  const other = issue({ commonName: 'Other Root', authority: true });

  test('from an authority without a name is nobody’s', async () => {
    const nameless = issue({ authority: true });
    const { pem } = issue({ ...base, issuer: nameless });
    expect(await read(pem)).toMatchObject({ trust: { state: 'incomplete', issuer: 'nobody' } });
    expect(await read(pem + nameless.pem)).toMatchObject({ trust: { state: 'unknown-root', issuer: 'nobody' } });
  });

  test('signed by a namesake of an authority is not trusted: names alone prove nothing', async () => {
    const fakeRoot = issue({ commonName: 'Example Root', authority: true });
    const fakeMiddle = issue({ commonName: 'Example CA', authority: true, issuer: fakeRoot });
    const forged = issue({ ...base, issuer: fakeMiddle });
    expect(await read(forged.pem + fakeMiddle.pem)).toMatchObject({ trust: { state: 'incomplete' } });
    expect(await read(forged.pem + middle.pem)).toMatchObject({ trust: { state: 'broken', place: 2 } });
  });

  test('from an issuer out of date, or one that may not issue, is not trusted', async () => {
    const late = issue({ commonName: 'Late CA', authority: true, issuer: root, until: '2026-10-31' });
    const fromLate = issue({ ...base, issuer: late });
    expect(await read(fromLate.pem + late.pem)).toMatchObject({ trust: { state: 'expired-issuer', place: 2 } });
    const leaf = issue({ commonName: 'Leaf', issuer: root });
    expect(await read(issue({ ...base, issuer: leaf }).pem + leaf.pem)).toMatchObject({ trust: { state: 'broken' } });
  });

  test('that is none for marks, or holds no right logo, says so', async () => {
    expect(await read(issue({ ...base, purpose: 'web server' }).pem)).toMatchObject({
      logo: { state: 'other-purpose' },
    });
    const noLogo = issue({ ...logoless, issuer: middle });
    expect(await read(noLogo.pem)).toMatchObject({ logo: { state: 'unusable' } });
    const wrongHash = issue({ ...base, extensions: [logotype(LOGO, '00'.repeat(32))] });
    expect(await read(wrongHash.pem)).toMatchObject({
      logo: { state: 'unusable', reason: expect.stringContaining('hash') },
    });
    const notTiny = issue({ ...base, extensions: [logotype('<svg xmlns="http://www.w3.org/2000/svg"/>')] });
    expect(await read(notTiny.pem)).toMatchObject({
      logo: { state: 'unusable', reason: expect.stringContaining('Tiny PS') },
    });
  });

  test('with a bomb for a logo is not unpacked', async () => {
    const bomb = issue({ ...base, extensions: [logotype(' '.repeat(20 << 20))] });
    expect(await read(bomb.pem)).toMatchObject({
      logo: { state: 'unusable', reason: expect.stringContaining('megabyte') },
    });
  });

  test('that has expired is read all the same', async () => {
    const old = issue({ ...base, from: '2020-01-01', until: '2021-01-01' });
    expect(await read(old.pem + middle.pem)).toMatchObject({
      notAfter: new Date('2021-01-01'),
      trust: { state: 'trusted' },
      logo: { state: 'found' },
    });
  });

  test.each([
    ['', /empty/],
    ['<!doctype html>', /web page/],
    ['\x30\x82\x04\x00', /DER/],
    ['-----BEGIN PRIVATE KEY-----\nAA==\n-----END PRIVATE KEY-----', /no whole certificate/],
    ['-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----', /certificate 1 in it is damaged/],
  ])('that is %j is none', async (pem, reason) => {
    const result = await read(pem);
    expect(result).toMatchObject({ state: 'unreadable' });
    expect(result.state === 'unreadable' && result.reason).toMatch(reason);
  });

  test('is gathered with the roots that receivers know, where the record names one', async () => {
    const web = { [L]: image, [A]: { body: mark.pem + middle.pem + root.pem } };
    const { markCertificate } = await factsOf({ zone: RECORD, web });
    expect(markCertificate).toMatchObject({
      state: 'found',
      value: { trust: { state: 'unknown-root', issuer: 'Example Root' }, logo: { isIndicator: true } },
    });
  });

  test('that could not be fetched is unknown, and one that is not there absent', async () => {
    const slow = await factsOf({ zone: RECORD, web: { [L]: image, [A]: { failure: 'timeout' } } });
    expect(slow.markCertificate).toMatchObject({ state: 'unknown' });
    const gone = await factsOf({ zone: RECORD, web: { [L]: image, [A]: { code: 404 } } });
    expect(gone.markCertificate).toEqual({ state: 'absent' });
  });
});
