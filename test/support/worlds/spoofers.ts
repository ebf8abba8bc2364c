import type { Cast } from './organisation.ts';
import type { Chance } from './chance.ts';
import { signed, sighted, type Flow, type Sight } from './flow.ts';
import { anyHost, neighbour, serviceHosts } from './hosts.ts';

interface Spoofer {
  readonly name: string;
  readonly undecidable?: string;
  readonly least?: number;
  readonly most?: number;
  readonly spread?: number;
  readonly make: (scene: Scene, random: Chance) => ((random: Chance) => Sight) | undefined;
}
interface Scene {
  readonly from: string;
  readonly cast: Cast;
  readonly flows: readonly Flow[];
}

const LIKE_OURS = 'an account of ours at the same service with nothing set up looks the same';
const LIKE_LIST = 'a mailing list that breaks our signature leaves the same row';
const LIKE_FORWARD = 'a replayed message passes as a forwarded one does';

/** A message of ours, with the signature it has. */
function signedMail({ flows, cast }: Scene, random: Chance): Sight | undefined {
  const sights = flows.map(({ sight }) => sight(random));
  const own = sights.filter(({ dkim }) => dkim.some(({ domain }) => cast.homes.some((home) => domain.endsWith(home))));
  return own.length === 0 ? undefined : random.pick(own);
}

const SPOOFERS: readonly Spoofer[] = [
  {
    name: 'botnet with our envelope',
    spread: 40,
    make({ from }, random) {
      const result = random.pick(['fail', 'softfail']);
      return (moment) => sighted({ ip: anyHost(moment), from, spf: result, helo: `dyn-${moment.word()}.isp.example` });
    },
  },
  {
    name: 'botnet with envelopes of its hosts',
    spread: 40,
    make:
      ({ from }) =>
      (moment) => {
        const envelope = `host-${moment.word()}.${moment.word()}.net`;
        return sighted({ ip: anyHost(moment), from, envelope, spf: 'none' });
      },
  },
  {
    name: 'botnet with a bank’s envelope',
    spread: 40,
    make({ from, cast }) {
      const envelope = cast.stranger();
      return (moment) => sighted({ ip: anyHost(moment), from, envelope, spf: 'fail' });
    },
  },
  {
    name: 'botnet under a sub-domain that never was',
    spread: 30,
    make({ cast }, random) {
      const from = `${random.word()}.${random.pick(cast.homes)}`;
      return (moment) => sighted({ ip: anyHost(moment), from, envelope: '', helo: `dyn-${moment.word()}.isp.example` });
    },
  },
  {
    name: 'rented machine with key and SPF of its own',
    most: 6000,
    make({ from, cast }, random) {
      const [ip, domain] = [anyHost(random), cast.stranger()];
      return () => sighted({ ip, from, dkim: [signed(domain, 'wb1')], envelope: domain, spf: 'pass' });
    },
  },
  {
    name: 'rented machine, SPF only',
    make({ from, cast }, random) {
      const [ip, domain] = [anyHost(random), cast.stranger()];
      return () => sighted({ ip, from, envelope: domain, spf: 'pass' });
    },
  },
  {
    name: 'stranger at SES, with a domain of their own',
    spread: 6,
    make({ from, cast }, random) {
      const [ips, domain] = [serviceHosts('amazon-ses', 9, random), cast.stranger()];
      const token = random.text('abcdefghijklmnopqrstuvwxyz234567', 32);
      return (moment) =>
        sighted({
          ip: moment.pick(ips),
          from,
          dkim: [signed(domain, token), signed('amazonses.com', 'ug7nbtf4gccmlpwj322ax3p6ow6yfsug')],
          envelope: `bounce.${domain}`,
          spf: 'pass',
        });
    },
  },
  {
    name: 'stranger at SES, with nothing of their own',
    undecidable: LIKE_OURS,
    spread: 6,
    make({ from }, random) {
      const ips = serviceHosts('amazon-ses', 9, random);
      return (moment) =>
        sighted({
          ip: moment.pick(ips),
          from,
          dkim: [signed('amazonses.com', 'ug7nbtf4gccmlpwj322ax3p6ow6yfsug')],
          envelope: 'amazonses.com',
          spf: 'pass',
        });
    },
  },
  {
    name: 'stranger at SendGrid, with a domain of their own',
    spread: 6,
    make({ from, cast }, random) {
      const [ips, domain] = [serviceHosts('sendgrid', 6, random), cast.stranger()];
      return (moment) =>
        sighted({
          ip: moment.pick(ips),
          from,
          dkim: [signed(domain, 's1'), ...(moment.maybe(0.5) ? [signed('sendgrid.info', 'smtpapi')] : [])],
          envelope: `em${moment.between(100, 104)}.${domain}`,
          spf: 'pass',
        });
    },
  },
  {
    name: 'stranger at Mailchimp',
    spread: 6,
    make({ from, cast }, random) {
      const [ips, domain] = [serviceHosts('mailchimp', 6, random), cast.stranger()];
      return (moment) =>
        sighted({
          ip: moment.pick(ips),
          from,
          dkim: [signed(domain, 'k2')],
          envelope: `mail${moment.between(1, 99)}.atl11.rsgsv.net`,
          spf: 'pass',
        });
    },
  },
  {
    name: 'somebody’s Gmail',
    spread: 10,
    make({ from }, random) {
      const ips = serviceHosts('google-workspace', 20, random);
      return (moment) =>
        sighted({
          ip: moment.pick(ips),
          from,
          dkim: [signed('gmail.com', '20230601')],
          envelope: 'gmail.com',
          spf: 'pass',
        });
    },
  },
  {
    name: 'somebody’s Google Workspace',
    spread: 6,
    make({ from, cast }, random) {
      const [ips, domain] = [serviceHosts('google-workspace', 10, random), cast.stranger()];
      const own = random.maybe(0.5);
      const signer = own
        ? signed(domain, 'google')
        : signed(`${domain.replaceAll('.', '-')}.20230601.gappssmtp.com`, '20230601');
      return (moment) => sighted({ ip: moment.pick(ips), from, dkim: [signer], envelope: domain, spf: 'pass' });
    },
  },
  {
    name: 'somebody’s Microsoft 365',
    spread: 6,
    make({ from, cast }, random) {
      const [ips, domain] = [serviceHosts('microsoft-365', 10, random), cast.stranger()];
      const tenant = `${random.word()}.onmicrosoft.com`;
      const own = random.maybe(0.5);
      return (moment) =>
        sighted({
          ip: moment.pick(ips),
          from,
          dkim: [signed(own ? domain : tenant, own ? 'selector1' : `selector1-${tenant.replaceAll('.', '-')}`)],
          envelope: own ? domain : tenant,
          spf: 'pass',
        });
    },
  },
  {
    name: 'our Microsoft 365’s addresses, a stranger’s tenant',
    spread: 6,
    make({ from, cast, flows }) {
      const staff = flows.find(({ truth }) => truth.archetype === 'Microsoft 365');
      if (staff === undefined) return undefined;
      const domain = cast.stranger();
      return (moment) =>
        sighted({
          ip: staff.sight(moment).ip,
          from,
          dkim: [signed(domain, 'selector1')],
          envelope: domain,
          spf: 'pass',
        });
    },
  },
  {
    name: 'next door to a server of ours',
    make({ from, flows }, random) {
      const server = flows.find(({ truth }) => truth.archetype.startsWith('own server'));
      if (server === undefined) return undefined;
      const ip = neighbour(server.sight(random).ip, random);
      const result = random.pick(['fail', 'softfail', 'none']);
      return () =>
        sighted({
          ip,
          from,
          spf: result === 'none' ? 'none' : result,
          envelope: result === 'none' ? `${random.word()}.net` : from,
        });
    },
  },
  {
    name: 'copied selector, from a rented machine',
    undecidable: LIKE_LIST,
    make(scene, random) {
      const mail = signedMail(scene, random);
      if (mail === undefined) return undefined;
      const [ip, domain] = [anyHost(random), scene.cast.stranger()];
      const dkim = mail.dkim.map((one) => ({ ...one, result: 'fail' }));
      return () => sighted({ ip, from: mail.from, dkim, envelope: domain, spf: random.pick(['pass', 'none']) });
    },
  },
  {
    name: 'copied selector and envelope, from a botnet',
    undecidable: 'forwarders that break signatures leave the same row',
    spread: 30,
    make(scene, random) {
      const mail = signedMail(scene, random);
      if (mail === undefined) return undefined;
      const dkim = mail.dkim.map((one) => ({ ...one, result: 'fail' }));
      return (moment) => sighted({ ip: anyHost(moment), from: mail.from, dkim, envelope: mail.from, spf: 'softfail' });
    },
  },
  {
    name: 'replay of a signed message, in masses',
    undecidable: LIKE_FORWARD,
    least: 500,
    most: 40_000,
    make(scene, random) {
      const mail = signedMail(scene, random);
      if (mail === undefined) return undefined;
      const [ip, domain] = [anyHost(random), scene.cast.stranger()];
      return () => ({ ...mail, ip, envelope: domain, spf: 'pass', helo: `mx.${domain}`, heloSpf: 'pass' });
    },
  },
  {
    name: 'claims of services',
    spread: 10,
    make({ from, cast }, random) {
      const claims = random.some(['amazonses.com', 'sendgrid.info', 'mailchimpapp.net', 'zendesk.com'], 2);
      const dkim = [
        ...claims.map((domain) => signed(domain, 's', 'fail')),
        signed(random.pick(cast.homes), 'invented', 'fail'),
      ];
      const envelope = random.pick(claims);
      return (moment) => sighted({ ip: anyHost(moment), from, dkim, envelope, spf: 'fail' });
    },
  },
  {
    name: 'another help desk’s tenant, beside ours',
    make({ from, flows, cast }, random) {
      if (!flows.some(({ truth }) => truth.archetype === 'Zendesk, our tenant, nothing set up')) return undefined;
      const tenant = `${cast.stranger().split('.')[0] ?? ''}.zendesk.com`;
      const ips = serviceHosts('zendesk', 4, random);
      return (moment) =>
        sighted({
          ip: moment.pick(ips),
          from,
          dkim: [signed('zendesk.com', 'zendesk1')],
          envelope: tenant,
          spf: 'pass',
        });
    },
  },
];

export function spoofing(scene: Omit<Scene, 'from'>, count: number, random: Chance): Flow[] {
  return random.some(SPOOFERS, count).flatMap((spoofer): Flow[] => {
    const sight = spoofer.make({ ...scene, from: random.pick(scene.cast.froms) }, random);
    if (sight === undefined) return [];
    return [
      {
        truth: {
          archetype: `spoofer: ${spoofer.name}`,
          owner: 'spoofer',
          providers: [],
          stream: 'suspicious',
          ...(spoofer.undecidable === undefined ? {} : { undecidable: spoofer.undecidable }),
        },
        messages: random.volume(spoofer.least ?? 10, spoofer.most ?? 1500),
        spread: spoofer.spread ?? 1,
        sight,
      },
    ];
  });
}
