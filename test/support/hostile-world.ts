import { onTestFinished } from 'vitest';
import type { Rr } from '../../src/net/net.ts';
import { issue } from './certificates.ts';
import { startDnsServer } from './dns-server.ts';
import { soa } from './live-world.ts';
import { smtpServer } from './smtp-server.ts';
import { httpsServer } from './tls-server.ts';
import type { Io } from '../../src/cli/io.ts';

/** Of one text in one record; a message holds no more than 64 kB. */
const MOST_OCTETS = 15_000;
const LONGEST_LABEL = 63;
const SOA = { type: 'SOA', serial: 1, refresh: 7200, retry: 900, expire: 1_209_600, minimum: 300 } as const;

/** A domain that has the text in whatever it publishes and serves. */
export interface HostileWorld {
  readonly io: Partial<Io>;
  readonly argv: readonly string[];
}

/** `texts` are octet strings; the domain of each is `n0.example`, `n1.example`, … */
export async function hostileWorld(texts: readonly string[]): Promise<HostileWorld> {
  const dns = await startDnsServer(({ name, type }) => {
    const [, below = '', number = ''] = /^(?:(.*)\.)?n(\d+)\.example$/is.exec(name) ?? [];
    const text = texts[Number(number)];
    if (number === '' || text === undefined) return { rcode: 3, authority: [soa('', 300, 300)] };
    const records = recordsOf(text, `n${number}.example`, below.toLowerCase()).filter((rr) => rr.type === type);
    return records.length > 0 ? { records } : { authority: [soa('', 300, 300)] };
  });
  onTestFinished(() => dns.close());
  const root = issue({ commonName: 'Test Root', authority: true });
  const names = texts.flatMap((_, index) => [`mta-sts.n${index}.example`, `n${index}.example`]);
  const httpsPort = await httpsServer([issue({ names, issuer: root })], ({ headers, url = '' }, response) => {
    const [, sts, number = ''] = /^(mta-sts\.)?n(\d+)\.example$/.exec(headers.host ?? '') ?? [];
    const text = Buffer.from(texts[Number(number)] ?? '', 'latin1');
    const printable = text
      .toString('latin1')
      .replaceAll(/[^ -~]/g, '?')
      .slice(0, 200);
    if (Number(number) % 4 === 3) response.writeHead(302, { location: `https://elsewhere.example/${printable}` }).end();
    else if (sts === undefined) response.setHeader('content-type', `image/${printable}`).end(svgWith(text, url));
    else response.setHeader('content-type', `text/${printable}`).end(policyWith(text));
  });
  const own = issue({ names: ['"><script>.example', ...names.slice(0, 1)], commonName: texts[0]?.slice(0, 60) ?? '' });
  const { port: smtpPort } = await smtpServer({
    chain: [own],
    greeting: `220 ${texts
      .map((text) => text.replaceAll(/[\r\n]/g, ' ').slice(0, 40))
      .join(' ')
      .slice(0, 1500)}`,
  });
  return {
    io: { ports: { httpsPort, smtpPort, ca: [root.pem], serviceTimeoutMs: 3000 } },
    argv: ['--resolver', `127.0.0.1:${dns.port}`, '--probe-smtp', '--selector', 's1', '--selector', 's2'],
  };
}

const policyWith = (text: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('version: STSv1\r\nmode: enforce\r\nmax_age: 1\r\nmx: '),
    text,
    Buffer.from('\r\nmode: '),
    text,
    Buffer.from('\r\n'),
    text,
  ]);

const svgWith = (text: Buffer, url: string): Buffer =>
  Buffer.concat([Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" id="${url.length}"><title>`), text]);

/** What stands at a name below the domain: the text everywhere it can be. */
function recordsOf(whole: string, domain: string, below: string): Rr[] {
  const name = below === '' ? domain : `${below}.${domain}`;
  const t = whole.slice(0, MOST_OCTETS);
  const label = t.replaceAll('.', ' ').slice(0, LONGEST_LABEL) || 'empty';
  const common = { name, ttl: 300 } as const;
  const txt = (text: string): Rr => ({ ...common, type: 'TXT', strings: text.match(/[^]{1,255}/g) ?? [''] });
  switch (below) {
    case '':
      return [
        txt(`v=spf1 include:${t} a:${t} ip4:${t} ${t}=${t} -all`),
        txt(whole.slice(0, 60_000 - 4 * t.length)),
        { ...common, type: 'MX', preference: 10, exchange: `${label}.${domain}` },
        { ...common, type: 'MX', preference: 20, exchange: `mx.${domain}` },
        { ...common, type: 'NS', target: `${label}.ns.${domain}` },
        { ...common, ...SOA, mname: `${label}.${domain}`, rname: `${label}.${domain}` },
        { ...common, type: 'A', address: '127.0.0.1' },
      ];
    case '_dmarc':
      return [txt(`v=DMARC1; p=${t}; sp=none; rua=mailto:${t}; ${t}; ${t}=${t}`)];
    case 's1._domainkey':
      return [txt(`v=DKIM1; k=${t}; p=${t}; n=${t}; t=${t}`)];
    case 's2._domainkey':
      return [{ ...common, type: 'CNAME', target: `${label}.${domain}` }];
    case '_mta-sts':
      return [txt(`v=STSv1; id=${t}; ${t}`)];
    case '_smtp._tls':
      return [txt(`v=TLSRPTv1; rua=${t},mailto:${t}; ${t}`)];
    case 'default._bimi':
      return [txt(`v=BIMI1; l=https://${domain}/${t}.svg; a=${t}; ${t}`)];
    case '_25._tcp.mx':
      return [
        {
          ...common,
          type: 'TLSA',
          usage: 9,
          selector: 9,
          matching: 9,
          data: Buffer.from(t.slice(0, 99), 'latin1').toString('hex'),
        },
      ];
    default:
      return below.startsWith('_') ? [] : [{ ...common, type: 'A', address: '127.0.0.1' }];
  }
}
