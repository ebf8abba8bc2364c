import type { Cast } from './organisation.ts';
import type { Chance } from './chance.ts';
import { signed, type Flow, type Sight } from './flow.ts';
import { anyHost, serviceHosts } from './hosts.ts';

/** What somebody who re-sends makes of a message. */
type Resend = (original: Sight, random: Chance) => Sight;

interface Forwarder {
  readonly name: string;
  readonly undecidable?: string;
  readonly settledByDns?: true;
  /** Hands on signed mail only, or only mail without a signature of ours. */
  readonly only?: 'signed' | 'unsigned';
  readonly most?: number;
  readonly spread?: number;
  readonly make: (cast: Cast, random: Chance) => Resend;
}

const LIKE_FORGERY = 'a forged message with a copied selector, or with our envelope, leaves the same row';
const LIKE_VPS = 'a rented machine that sends in our name leaves the same row';

const broken = ({ dkim }: Sight): Sight['dkim'] => dkim.map((one) => ({ ...one, result: 'fail' }));
/** What becomes of the original envelope’s SPF at an address it does not list. */
const strayed = (random: Chance): string => random.pick(['softfail', 'fail', 'softfail', 'neutral']);
const kept = (original: Sight, ip: string, random: Chance): Sight => ({
  ...original,
  ip,
  spf: original.envelope === '' || original.spf === 'none' ? 'none' : strayed(random),
  heloSpf: 'none',
  handling: 'forward',
});
const rewritten = (original: Sight, ip: string, envelope: string): Sight => ({
  ...original,
  ip,
  envelope,
  spf: 'pass',
  helo: `mx.${envelope}`,
  heloSpf: 'pass',
  handling: 'forward',
});

const FORWARDERS: readonly Forwarder[] = [
  {
    name: '.forward, envelope kept',
    only: 'signed',
    make(_, random) {
      const ip = anyHost(random);
      return (original, moment) => kept(original, ip, moment);
    },
  },
  {
    name: 'university aliases, envelope kept',
    only: 'signed',
    most: 900,
    spread: 4,
    make(_, random) {
      const ips = [anyHost(random), anyHost(random), anyHost(random)];
      return (original, moment) => kept(original, moment.pick(ips), moment);
    },
  },
  {
    name: 'many small hosts, envelope kept',
    only: 'signed',
    spread: 25,
    make: () => (original, moment) => kept(original, anyHost(moment), moment),
  },
  {
    name: 'SRS',
    only: 'signed',
    make(cast, random) {
      const [ip, domain] = [anyHost(random), cast.stranger()];
      return (original) => rewritten(original, ip, domain);
    },
  },
  {
    name: 'SRS, signed over',
    only: 'signed',
    make(cast, random) {
      const [ip, domain] = [anyHost(random), cast.stranger()];
      return (original) => ({
        ...rewritten(original, ip, domain),
        dkim: [...original.dkim, signed(domain, 'srs1')],
      });
    },
  },
  {
    name: 'Gmail',
    only: 'signed',
    spread: 12,
    make(_, random) {
      const ips = serviceHosts('google-workspace', 20, random);
      return (original, moment) => rewritten(original, moment.pick(ips), 'gmail.com');
    },
  },
  {
    name: 'Google Workspace of somebody',
    only: 'signed',
    spread: 6,
    make(cast, random) {
      const [ips, domain] = [serviceHosts('google-workspace', 10, random), cast.stranger()];
      return (original, moment) => rewritten(original, moment.pick(ips), domain);
    },
  },
  {
    name: 'Microsoft 365 of somebody',
    only: 'signed',
    spread: 6,
    make(_, random) {
      const [ips, tenant] = [serviceHosts('microsoft-365', 10, random), `${random.word()}.onmicrosoft.com`];
      return (original, moment) => ({
        ...rewritten(original, moment.pick(ips), tenant),
        dkim: [...original.dkim, signed(tenant, `selector2-${tenant.replaceAll('.', '-')}`)],
      });
    },
  },
  {
    name: 'Cloudflare',
    only: 'signed',
    spread: 6,
    make(cast, random) {
      const [ips, domain] = [serviceHosts('cloudflare-email-routing', 8, random), cast.stranger()];
      return (original, moment) => ({
        ...rewritten(original, moment.pick(ips), domain),
        dkim: [...original.dkim, signed(domain, 'cf2024-1')],
      });
    },
  },
  {
    name: 'ImprovMX',
    only: 'signed',
    make(_, random) {
      const ip = anyHost(random);
      return (original) => ({
        ...rewritten(original, ip, 'improvmx.com'),
        dkim: [...original.dkim, signed('improvmx.com', 'dkimprovmx1')],
      });
    },
  },
  {
    name: 'Forward Email',
    only: 'signed',
    make(_, random) {
      const ip = anyHost(random);
      return (original) => ({
        ...rewritten(original, ip, 'forwardemail.net'),
        dkim: [...original.dkim, signed('forwardemail.net', 'default')],
      });
    },
  },
  {
    name: 'Forward Email, unsigned mail',
    only: 'unsigned',
    make(_, random) {
      const ip = anyHost(random);
      return (original) => ({
        ...rewritten(original, ip, 'forwardemail.net'),
        dkim: [signed('forwardemail.net', 'default')],
      });
    },
  },
  {
    name: 'gateway before somebody’s mailboxes',
    only: 'signed',
    spread: 5,
    make(_, random) {
      const ips = serviceHosts(random.pick(['mimecast', 'proofpoint']), 6, random);
      return (original, moment) => kept(original, moment.pick(ips), moment);
    },
  },
  {
    name: 'list that breaks the signature',
    only: 'signed',
    undecidable: 'a rented machine that copies our selector leaves the same row',
    make(cast, random) {
      const [ip, list] = [anyHost(random), `lists.${cast.stranger()}`];
      return (original) => ({
        ...rewritten(original, ip, list),
        dkim: [...broken(original), signed(list, 'list')],
        handling: 'list',
      });
    },
  },
  {
    name: 'list, and the receiver says so',
    make(cast, random) {
      const [ip, list] = [anyHost(random), `lists.${cast.stranger()}`];
      return (original) => ({
        ...rewritten(original, ip, list),
        dkim: [...broken(original), signed(list, 'list')],
        handling: 'arc',
      });
    },
  },
  {
    name: 'list that takes the signature off',
    undecidable: LIKE_VPS,
    make(cast, random) {
      const [ip, list] = [anyHost(random), `lists.${cast.stranger()}`];
      return (original) => ({
        ...rewritten(original, ip, list),
        dkim: [signed(list, 'list')],
        handling: 'list',
      });
    },
  },
  {
    name: '.forward that breaks the signature',
    only: 'signed',
    undecidable: LIKE_FORGERY,
    make(_, random) {
      const ip = anyHost(random);
      return (original, moment) => ({ ...kept(original, ip, moment), dkim: broken(original) });
    },
  },
  {
    name: '.forward of unsigned mail',
    only: 'unsigned',
    undecidable: LIKE_FORGERY,
    make(_, random) {
      const ip = anyHost(random);
      return (original, moment) => kept(original, ip, moment);
    },
  },
];

/** Whoever re-sends hands on what they get: mail of several of our streams. */
export function forwarding(flows: readonly Flow[], cast: Cast, count: number, random: Chance): Flow[] {
  const isSigned = (sight: Sight): boolean =>
    sight.dkim.some(({ domain }) => cast.homes.some((home) => domain.endsWith(home)));
  const passing = flows.filter(({ truth }) => truth.undecidable === undefined);
  const signedFlows = passing.filter(({ sight }) => isSigned(sight(random)));
  const unsigned = passing.filter(({ sight }) => !isSigned(sight(random)));
  return random.some(FORWARDERS, count).flatMap((forwarder): Flow[] => {
    const from = forwarder.only === 'signed' ? signedFlows : forwarder.only === 'unsigned' ? unsigned : passing;
    if (from.length === 0) return [];
    const resend = forwarder.make(cast, random);
    return random.some(from, random.between(1, 4)).map((flow) => ({
      truth: {
        archetype: `forwarder: ${forwarder.name}`,
        owner: 'forwarded',
        providers: [],
        stream: 'forwarded',
        ...(forwarder.undecidable === undefined ? {} : { undecidable: forwarder.undecidable }),
      },
      // A hundredth of what is sent at most, and never much.
      messages: Math.max(1, Math.min(forwarder.most ?? 300, random.volume(2, 300), Math.ceil(flow.messages / 12))),
      spread: forwarder.spread ?? 1,
      sight: (moment) => resend(flow.sight(moment), moment),
    }));
  });
}
