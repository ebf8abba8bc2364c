import { homeOf } from './organisation.ts';
import { signed, sighted, type Flow, type Truth } from './flow.ts';
import { anyHost, neighbour, serviceHosts } from './hosts.ts';
import type { Archetype } from './services.ts';

const TOKEN = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ours = (archetype: string, providers: readonly string[], stream: string, more: Partial<Truth> = {}): Truth => ({
  archetype,
  owner: 'ours',
  providers,
  stream,
  ...more,
});
const M365 = ['microsoft-365'];
const GOOGLE = ['google-workspace', 'gmail'];
/** Of an unsigned row that passes for nobody, only the address speaks. */
const UNSIGNED = 'unsigned, and the address is seen with nothing else: anybody could write this';

/** Mailboxes, gateways in front of them, and servers of one's own. */
export const OFFICES: readonly Archetype[] = [
  {
    name: 'Microsoft 365',
    flows(from, cast, random) {
      const home = homeOf(from, cast);
      const [key, tenant] = [
        random.pick(['selector1', 'selector2']),
        `${cast.label.replaceAll('-', '')}.onmicrosoft.com`,
      ];
      const ips = serviceHosts('microsoft-365', random.between(3, 30), random);
      const truth = ours('Microsoft 365', M365, 'microsoft-365');
      const second = random.maybe(0.6);
      const messages = random.volume(100, 30_000);
      const host = (): string =>
        `mail-db${random.between(1, 9)}eur05on${random.between(2000, 2999)}.outbound.protection.outlook.com`;
      return [
        {
          truth,
          messages,
          spread: 10,
          sight: (moment) =>
            sighted({
              ip: moment.pick(ips),
              from,
              dkim: [
                signed(home, key),
                ...(second && moment.maybe(0.3) ? [signed(tenant, `selector1-${tenant.replaceAll('.', '-')}`)] : []),
              ],
              envelope: home,
              spf: 'pass',
            }),
        },
        {
          truth: { ...truth, archetype: 'Microsoft 365, bounces and absence notes' },
          messages: Math.ceil(messages / 60),
          spread: 6,
          sight: (moment) =>
            sighted({
              ip: moment.pick(ips),
              from,
              dkim: [signed(home, key), signed(tenant, `selector1-${tenant.replaceAll('.', '-')}`)],
              envelope: '',
              helo: host(),
              heloSpf: 'pass',
            }),
        },
      ];
    },
  },
  {
    name: 'Microsoft 365, own key not published',
    flows(from, cast, random) {
      const tenant = `${cast.label.replaceAll('-', '')}.onmicrosoft.com`;
      const ips = serviceHosts('microsoft-365', random.between(3, 20), random);
      return [
        {
          truth: ours('Microsoft 365, own key not published', M365, 'microsoft-365'),
          messages: random.volume(50, 8000),
          spread: 8,
          sight: (moment) =>
            sighted({
              ip: moment.pick(ips),
              from,
              dkim: [signed(tenant, `selector2-${tenant.replaceAll('.', '-')}`)],
              envelope: from,
              spf: 'pass',
            }),
        },
      ];
    },
  },
  {
    name: 'Microsoft 365, neither key nor SPF',
    flows(from, cast, random) {
      const tenant = `${cast.label.replaceAll('-', '')}.onmicrosoft.com`;
      const ips = serviceHosts('microsoft-365', random.between(2, 9), random);
      return [
        {
          truth: ours('Microsoft 365, neither key nor SPF', M365, 'microsoft-365'),
          messages: random.volume(20, 2000),
          spread: 5,
          sight: (moment) =>
            sighted({
              ip: moment.pick(ips),
              from,
              dkim: [signed(tenant, `selector2-${tenant.replaceAll('.', '-')}`)],
              envelope: from,
              spf: 'softfail',
            }),
        },
      ];
    },
  },
  {
    name: 'Google Workspace',
    flows(from, cast, random) {
      const home = homeOf(from, cast);
      const ips = serviceHosts('google-workspace', random.between(3, 30), random);
      return [
        {
          truth: ours('Google Workspace', GOOGLE, 'google-workspace'),
          messages: random.volume(100, 30_000),
          spread: 10,
          sight: (moment) =>
            sighted({ ip: moment.pick(ips), from, dkim: [signed(home, 'google')], envelope: home, spf: 'pass' }),
        },
      ];
    },
  },
  {
    name: 'Google Workspace, own key not published',
    flows(from, _, random) {
      const ips = serviceHosts('google-workspace', random.between(3, 20), random);
      const signer = `${from.replaceAll('.', '-')}.20230601.gappssmtp.com`;
      return [
        {
          truth: ours('Google Workspace, own key not published', GOOGLE, 'google-workspace'),
          messages: random.volume(50, 8000),
          spread: 8,
          sight: (moment) =>
            sighted({ ip: moment.pick(ips), from, dkim: [signed(signer, '20230601')], envelope: from, spf: 'pass' }),
        },
      ];
    },
  },
  {
    name: 'Mimecast outbound',
    flows(from, cast, random) {
      const home = homeOf(from, cast);
      const [key, ips] = [
        `mimecast20${random.between(17, 26)}0${random.between(1, 9)}12`,
        serviceHosts('mimecast', 8, random),
      ];
      return [
        {
          truth: ours('Mimecast outbound', ['mimecast', 'microsoft-365'], 'mimecast'),
          messages: random.volume(50, 10_000),
          spread: 6,
          sight: (moment) =>
            sighted({ ip: moment.pick(ips), from, dkim: [signed(home, key)], envelope: from, spf: 'pass' }),
        },
      ];
    },
  },
  {
    name: 'Proofpoint outbound, re-signed',
    flows(from, cast, random) {
      const home = homeOf(from, cast);
      const ips = serviceHosts('proofpoint', 6, random);
      const key = random.pick(['pps1', 'proofpoint', 'pp2024']);
      return [
        {
          truth: ours('Proofpoint outbound, re-signed', ['proofpoint', 'microsoft-365'], 'proofpoint'),
          messages: random.volume(50, 10_000),
          spread: 6,
          // What Microsoft signed before does not survive the footer.
          sight: (moment) =>
            sighted({
              ip: moment.pick(ips),
              from,
              dkim: [signed(home, key), signed(home, 'selector1', moment.maybe(0.5) ? 'fail' : 'pass')],
              envelope: from,
              spf: 'pass',
            }),
        },
      ];
    },
  },
  {
    name: 'own server with a key',
    flows(from, cast, random) {
      const home = homeOf(from, cast);
      const [ip, key] = [
        anyHost(random),
        random.pick([`mx${random.between(1, 4)}`, random.text(TOKEN, 6), '2026a', 'srv']),
      ];
      const messages = random.volume(30, 20_000);
      const truth = ours('own server with a key', [], `key ${key}`);
      const name = `mx${random.between(1, 9)}.${home}`;
      const flows: Flow[] = [
        {
          truth,
          messages,
          spread: 1,
          sight: () => sighted({ ip, from, dkim: [signed(home, key)], envelope: from, spf: 'pass', helo: name }),
        },
        {
          truth: { ...truth, archetype: 'own server with a key, bounces' },
          messages: Math.ceil(messages / 80),
          spread: 1,
          sight: (moment) =>
            sighted({
              ip,
              from,
              dkim: [signed(home, key)],
              envelope: '',
              helo: name,
              heloSpf: moment.pick(['pass', 'none']),
            }),
        },
      ];
      if (random.maybe(0.5))
        flows.push({
          truth: ours('cron job on a known server', [], `key ${key}`),
          messages: random.volume(5, 400),
          spread: 1,
          // The host’s own name as envelope, and no SPF there.
          sight: () => sighted({ ip, from, envelope: `cron.${home}`, spf: 'none', helo: `cron.${home}` }),
        });
      return flows;
    },
  },
  {
    name: 'own server, SPF only',
    flows(from, _, random) {
      const ip = anyHost(random);
      return [
        {
          truth: ours('own server, SPF only', [], 'own SPF'),
          messages: random.volume(20, 6000),
          spread: 1,
          sight: () => sighted({ ip, from, spf: 'pass' }),
        },
      ];
    },
  },
  {
    name: 'printer',
    flows(from, cast, random) {
      const ips = [anyHost(random), anyHost(random)];
      return [
        {
          truth: ours('printer', [], 'own SPF'),
          messages: random.volume(5, 300),
          spread: 2,
          sight: (moment) => sighted({ ip: moment.pick(ips), from, envelope: homeOf(from, cast), spf: 'pass' }),
        },
      ];
    },
  },
  {
    name: 'unsigned web server',
    flows(from, cast, random) {
      const ip = anyHost(random);
      return [
        {
          truth: ours('unsigned web server', [], 'web', { undecidable: UNSIGNED, settledByDns: true }),
          messages: random.volume(5, 500),
          spread: 1,
          sight: () => sighted({ ip, from, envelope: `web.${homeOf(from, cast)}`, spf: 'none' }),
        },
      ];
    },
  },
  {
    name: 'CRM in the cellar: a key, and not in SPF',
    flows(from, cast, random) {
      const [ip, key] = [anyHost(random), random.pick(['crm', 'dyn365', 'app1'])];
      return [
        {
          truth: ours('CRM in the cellar: a key, and not in SPF', [], `key ${key}`),
          messages: random.volume(20, 3000),
          spread: 1,
          sight: (moment) =>
            sighted({
              ip,
              from,
              dkim: [signed(homeOf(from, cast), key)],
              envelope: from,
              spf: moment.pick(['softfail', 'fail']),
            }),
        },
      ];
    },
  },
  {
    name: 'hosting, shared server',
    flows(from, cast, random) {
      const home = homeOf(from, cast);
      const [first, key] = [anyHost(random), random.maybe(0.6) ? 'default' : undefined];
      const ips = [first, neighbour(first, random)];
      return [
        {
          truth: ours('hosting, shared server', [], key === undefined ? 'own SPF' : `key ${key}`),
          messages: random.volume(10, 4000),
          spread: 2,
          sight: (moment) =>
            sighted({
              ip: moment.pick(ips),
              from,
              dkim: key === undefined ? [] : [signed(home, key)],
              envelope: home,
              spf: 'pass',
              helo: 'server7.hoster.example',
              heloSpf: 'pass',
            }),
        },
      ];
    },
  },
  {
    name: 'smarthost that rewrites the envelope',
    flows(from, cast, random) {
      const [ip, key] = [anyHost(random), random.pick(['erp', 'smtp01', 'relay'])];
      const envelope = `bounces.${random.word()}hosting.com`;
      return [
        {
          truth: ours('smarthost that rewrites the envelope', [], `key ${key}`),
          messages: random.volume(20, 3000),
          spread: 1,
          sight: () => sighted({ ip, from, dkim: [signed(homeOf(from, cast), key)], envelope, spf: 'pass' }),
        },
      ];
    },
  },
  {
    name: 'agency that signs as itself',
    flows(from, _, random) {
      const agency = `${random.word()}agency.com`;
      const ip = anyHost(random);
      return [
        {
          truth: ours('agency that signs as itself', [], 'agency', {
            undecidable: 'a stranger with a server of his own looks the same',
            settledByDns: true,
          }),
          messages: random.volume(10, 800),
          spread: 1,
          sight: () => sighted({ ip, from, dkim: [signed(agency, 'a1')], envelope: agency, spf: 'pass' }),
        },
      ];
    },
  },
];
