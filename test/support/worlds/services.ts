import type { Cast } from './organisation.ts';
import { homeOf } from './organisation.ts';
import type { Chance } from './chance.ts';
import { signed, sighted, type Flow, type Sight, type Truth } from './flow.ts';
import { serviceHosts } from './hosts.ts';

/** A way of sending, by the documentation of who sends. */
export interface Archetype {
  readonly name: string;
  readonly flows: (from: string, cast: Cast, random: Chance) => Flow[];
}

const SES_TOKEN = 'abcdefghijklmnopqrstuvwxyz234567';
const SAME_ROWS =
  'an account of somebody else at the same service looks the same: only the service’s own names authenticate';

interface Service {
  readonly name: string;
  readonly providers: readonly string[];
  /** Whose machines it leaves from, where not the first provider’s. */
  readonly hosts?: string;
  readonly undecidable?: string;
  readonly most?: number;
  /** Draws what stays the same over the period, and returns how one message looks. */
  readonly mail: (from: string, home: string, cast: Cast, random: Chance) => (ip: string, random: Chance) => Sight;
}

function service({ name, providers, hosts, undecidable, most = 60_000, mail }: Service): Archetype {
  return {
    name,
    flows(from, cast, random) {
      const look = mail(from, homeOf(from, cast), cast, random);
      const ips = serviceHosts(hosts ?? providers[0] ?? '', random.between(1, 24), random);
      const truth: Truth = {
        archetype: name,
        owner: 'ours',
        providers,
        stream: providers[0] ?? name,
        ...(undecidable === undefined ? {} : { undecidable }),
      };
      return [
        { truth, messages: random.volume(20, most), spread: 8, sight: (moment) => look(moment.pick(ips), moment) },
      ];
    },
  };
}

const sesSignature = signed('amazonses.com', 'ug7nbtf4gccmlpwj322ax3p6ow6yfsug');
const sesName = (random: Chance): string =>
  random.pick(['amazonses.com', 'eu-west-1.amazonses.com', 'us-west-2.amazonses.com']);

/** Services that sign for us, or that could. */
export const SERVICES: readonly Archetype[] = [
  service({
    name: 'SES, Easy DKIM',
    providers: ['amazon-ses'],
    mail(from, home, _, random) {
      const token = random.text(SES_TOKEN, 32);
      const [name, signer] = [sesName(random), random.pick([from, home])];
      return (ip) => sighted({ ip, from, dkim: [signed(signer, token), sesSignature], envelope: name, spf: 'pass' });
    },
  }),
  service({
    name: 'SES, Easy DKIM and MAIL FROM',
    providers: ['amazon-ses'],
    mail(from, home, _, random) {
      const [token, envelope] = [random.text(SES_TOKEN, 32), `${random.pick(['bounce', 'mail', 'ses'])}.${home}`];
      return (ip) => sighted({ ip, from, dkim: [signed(home, token), sesSignature], envelope, spf: 'pass' });
    },
  }),
  service({
    name: 'SES, nothing set up',
    providers: ['amazon-ses'],
    undecidable: SAME_ROWS,
    most: 3000,
    mail(from, _, __, random) {
      const name = sesName(random);
      return (ip) => sighted({ ip, from, dkim: [sesSignature], envelope: name, spf: 'pass' });
    },
  }),
  service({
    name: 'SendGrid, automated security',
    providers: ['sendgrid'],
    mail(from, home, _, random) {
      const [key, envelope] = [random.pick(['s1', 's2']), `em${random.between(100, 9999)}.${home}`];
      const both = random.maybe(0.5);
      return (ip) =>
        sighted({
          ip,
          from,
          dkim: [signed(home, key), ...(both ? [signed('sendgrid.info', 'smtpapi')] : [])],
          envelope,
          spf: 'pass',
        });
    },
  }),
  service({
    name: 'SendGrid, legacy smtpapi',
    providers: ['sendgrid'],
    undecidable: SAME_ROWS,
    most: 3000,
    mail: (from) => (ip) =>
      sighted({ ip, from, dkim: [signed('sendgrid.info', 'smtpapi')], envelope: 'sendgrid.net', spf: 'pass' }),
  }),
  service({
    name: 'Mailchimp',
    providers: ['mailchimp'],
    mail: (from, home, _, random) => {
      const signer = random.pick([from, home]);
      return (ip, moment) =>
        sighted({
          ip,
          from,
          dkim: [signed(signer, moment.pick(['k2', 'k3']))],
          envelope: `mail${moment.between(1, 250)}.${moment.pick(['atl11.rsgsv.net', 'suw17.mcsv.net', 'sea31.mcdlv.net'])}`,
          spf: 'pass',
        });
    },
  }),
  service({
    name: 'Mandrill',
    providers: ['mandrill'],
    mail(from, home, _, random) {
      const own = random.maybe(0.4) ? `mandrill.${home}` : undefined;
      return (ip, moment) =>
        sighted({
          ip,
          from,
          dkim: [signed(home, moment.pick(['mte1', 'mte2'])), signed('mandrillapp.com', 'mte1')],
          envelope: own ?? `mail${moment.between(1, 99)}.${moment.pick(['atl81.mandrillapp.com', 'mandrillapp.com'])}`,
          spf: 'pass',
        });
    },
  }),
  service({
    name: 'HubSpot',
    providers: ['hubspot'],
    mail(from, home, _, random) {
      const key = `hs${random.between(1, 2)}-${random.between(100_000, 49_999_999)}`;
      const envelope = `bf${random.text('0123456789abcdefghijklmnop', 3)}.hubspotemail.net`;
      return (ip) => sighted({ ip, from, dkim: [signed(home, key), signed(envelope, 'hs1')], envelope, spf: 'pass' });
    },
  }),
  service({
    name: 'Salesforce',
    providers: ['salesforce'],
    most: 8000,
    mail(from, home, _, random) {
      const key = random.pick(['sf1', 'salesforce', 'sfdc2025']);
      const envelope = `${random.text('0123456789abcdefghijk', 18)}.bnc.salesforce.com`;
      return (ip) => sighted({ ip, from, dkim: [signed(home, key)], envelope, spf: 'pass' });
    },
  }),
  service({
    name: 'Salesforce Marketing Cloud, own sub-domain',
    providers: ['salesforce-marketing-cloud'],
    mail(from, _, __, random) {
      const key = random.pick(['200608', `${random.between(1, 60)}dkim1`]);
      return (ip) => sighted({ ip, from, dkim: [signed(from, key)], envelope: `bounce.${from}`, spf: 'pass' });
    },
  }),
  service({
    name: 'Marketo',
    providers: ['marketo'],
    mail(from, home, _, random) {
      const envelope = random.pick(['em-sj-77.mktomail.com', 'em-lon-22.mktomail.com']);
      return (ip) => sighted({ ip, from, dkim: [signed(home, 'm1')], envelope, spf: 'pass' });
    },
  }),
  service({
    name: 'Klaviyo on SendGrid, branded',
    providers: ['klaviyo', 'sendgrid'],
    hosts: 'sendgrid',
    mail(from, home, _, random) {
      const [key, envelope] = [random.pick(['kl', 'kl2']), `send.${home}`];
      return (ip) => sighted({ ip, from, dkim: [signed(home, key)], envelope, spf: 'pass' });
    },
  }),
  service({
    name: 'Resend inside SES',
    providers: ['resend'],
    hosts: 'amazon-ses',
    mail: (from, home) => (ip) =>
      sighted({ ip, from, dkim: [signed(home, 'resend'), sesSignature], envelope: `send.${home}`, spf: 'pass' }),
  }),
  service({
    name: 'Mailgun',
    providers: ['mailgun'],
    mail(from, home, _, random) {
      const [key, envelope] = [random.pick(['k1', 'mx', 'pic', 'smtp']), `mg.${home}`];
      const both = random.maybe(0.5);
      return (ip) =>
        sighted({
          ip,
          from,
          dkim: [signed(home, key), ...(both ? [signed('mailgun.org', 'mg')] : [])],
          envelope,
          spf: 'pass',
        });
    },
  }),
  service({
    name: 'Postmark',
    providers: ['postmark'],
    most: 20_000,
    mail(from, home, _, random) {
      const key = `20${random.between(18, 26)}${random.text('01', 2)}1512${random.text('0123456789', 4)}pm`;
      const envelope = random.pick(['pm.mtasv.net', `pm-bounces.${home}`]);
      return (ip) =>
        sighted({ ip, from, dkim: [signed(home, key), signed('pm.mtasv.net', 'pm20')], envelope, spf: 'pass' });
    },
  }),
  service({
    name: 'Brevo',
    providers: ['brevo'],
    mail(from, home, _, random) {
      const key = random.pick(['mail', 'brevo1']);
      return (ip, moment) =>
        sighted({
          ip,
          from,
          dkim: [signed(home, key)],
          envelope: `${moment.text('abcd', 2)}.d.sender-sib.com`,
          spf: 'pass',
        });
    },
  }),
  service({
    name: 'Zendesk, our tenant, nothing set up',
    providers: ['zendesk'],
    most: 6000,
    mail:
      (from, _, { label }) =>
      (ip) =>
        sighted({
          ip,
          from,
          dkim: [signed('zendesk.com', 'zendesk1')],
          envelope: `${label}.zendesk.com`,
          spf: 'pass',
        }),
  }),
  service({
    name: 'Zendesk, a tenant of another name',
    providers: ['zendesk'],
    undecidable: SAME_ROWS,
    most: 2000,
    mail(from, _, __, random) {
      const envelope = `${random.word()}.zendesk.com`;
      return (ip) => sighted({ ip, from, dkim: [signed('zendesk.com', 'zendesk2')], envelope, spf: 'pass' });
    },
  }),
  service({
    name: 'Freshdesk on SendGrid, our tenant',
    providers: ['freshdesk'],
    hosts: 'sendgrid',
    most: 4000,
    mail:
      (from, _, { label }) =>
      (ip) =>
        sighted({ ip, from, dkim: [signed('freshemail.io', 'fd')], envelope: `${label}.freshdesk.com`, spf: 'pass' }),
  }),
];
