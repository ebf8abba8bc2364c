import { absent, found, unknown, type Fact } from '../core/facts.ts';
import { plural } from '../core/format.ts';
import type { SmtpAnswer, StartTls } from '../net/services.ts';
import { readCertificate, type Certificate } from '../protocols/certificate.ts';
import type { Host } from './host.ts';
import { defineSource, type World } from './source.ts';

/** How the mail hosts speak on port 25. */
export interface Smtp {
  /** When they were asked: certificates run out. */
  readonly at: Date;
  /** Each host once, by preference; the domain itself where it has no MX. At least one answered. */
  readonly hosts: readonly ProbedHost[];
}
export interface ProbedHost {
  readonly host: string;
  /** One for each address that answered. */
  readonly sessions: readonly SmtpSession[];
  /** Why there is none; empty where there is. */
  readonly silence: string;
}
export interface SmtpSession {
  readonly address: string;
  /** An octet string. */
  readonly banner: string;
  /** Upper case, with their parameters. */
  readonly extensions: readonly string[];
  readonly tls: SmtpTls;
}
export type SmtpTls =
  | Exclude<StartTls, { state: 'established' }>
  | {
      readonly state: 'established';
      readonly protocol: string;
      readonly cipher: string;
      /** Those that can be read, the host's own first; empty where that cannot. */
      readonly chain: readonly Certificate[];
      /** See `TlsSession`. */
      readonly distrust: string;
    };

export type Value = Smtp;

/** Connections are dear, and who audits a stranger's domain should not knock on a thousand doors in its name. */
const MOST_HOSTS = 10;

export default defineSource<Smtp>({
  absence: 'mail hosts were not spoken to (`--probe-smtp`), or there are none',
  async gather(world) {
    if (world.hints.probesSmtp !== true) return absent;
    const hosts = await mailHosts(world);
    if (hosts.state !== 'found') return hosts;
    const probed = await Promise.all(hosts.value.slice(0, MOST_HOSTS).map((host) => probe(host, world)));
    const [first] = probed;
    if (first === undefined) return absent;
    if (probed.every(({ sessions }) => sessions.length === 0)) return unknown(first.silence);
    const passedOver = hosts.value.slice(MOST_HOSTS).map(({ name: host }) => ({
      host,
      sessions: [],
      silence: `only the first ${plural(MOST_HOSTS, 'mail host')} were spoken to`,
    }));
    return found({ at: world.now, hosts: [...probed, ...passedOver] });
  },
});

async function mailHosts({ fact }: World): Promise<Fact<readonly Host[]>> {
  const mx = await fact('mx');
  if (mx.state === 'unknown') return mx;
  if (mx.state === 'found') {
    const names = new Set<string>();
    const fresh = mx.value.hosts.filter(({ name }) => !names.has(name) && names.add(name));
    // A host without address is a matter of DNS, and cannot be spoken to.
    return found(fresh.filter(({ state }) => state === 'reachable' || state === 'unknown'));
  }
  const addresses = await fact('addresses');
  return addresses.state === 'found' ? found([addresses.value]) : addresses;
}

async function probe({ name: host, ipv4, ipv6, reason }: Host, { net }: World): Promise<ProbedHost> {
  // Name servers turn the order of addresses round; the least is the same every time.
  const addresses = [ipv4, ipv6].flatMap((list) => list.toSorted().slice(0, 1));
  if (addresses.length === 0) return { host, sessions: [], silence: reason ?? `the addresses of ${host}` };
  const answers = await Promise.all(addresses.map((address) => net.probeSmtp(host, address)));
  const sessions = answers.flatMap((answer, index) =>
    answer.status === 'ok' ? [sessionOf(answer, addresses[index] ?? '')] : [],
  );
  // Who has no IPv6, or a network that blocks port 25, learns nothing about the host from that.
  const failed = answers.find((answer) => answer.status === 'failed');
  const silence = sessions.length > 0 || failed === undefined ? '' : silenceOf(failed.reason);
  return { host, sessions, silence };
}

const silenceOf = (reason: string): string => `${reason} (many networks let nobody out to port 25)`;

function sessionOf(
  { banner, extensions, startTls }: Extract<SmtpAnswer, { status: 'ok' }>,
  address: string,
): SmtpSession {
  const session = { address, banner, extensions };
  if (startTls.state !== 'established') return { ...session, tls: startTls };
  const { state, protocol, cipher, certificates, distrust } = startTls;
  const [own, ...others] = certificates.map((der) => readCertificate(Buffer.from(der, 'base64')));
  const chain = own === undefined ? [] : [own, ...others.filter((certificate) => certificate !== undefined)];
  return { ...session, tls: { state, protocol, cipher, chain, distrust } };
}
