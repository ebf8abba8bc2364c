import { KEYS } from './keys.ts';
import {
  HUBSPOT_RANGES,
  MAILCHIMP_RANGES,
  mailchimpHosts,
  MICROSOFT_RANGES,
  SES_RANGES,
  ZENDESK_RANGES,
} from './hosts.ts';
import { delegations, dkimKey, spfOf, txt, zone, type Zone } from './master-file.ts';
import { MX1, SES_TOKENS } from './story.ts';

const about = (what: string): string[] => [what, 'Part of a made-up world: it resembles the real zone and is not it.'];
const sesKeys = [KEYS.ses1.p, KEYS.ses2.p, KEYS.ses3.p] as const;

const NS1 = '\tIN A 194.69.254.53\n\tIN AAAA 2a0c:5bc0:254::53';
const NS2 = '\tIN A 45.129.84.53\n\tIN AAAA 2a0e:1d80:84::53';
const NAME_SERVER_GLUE = `ns1.levante-dns${NS1}\nns2.poniente-dns${NS2}`;

/** The providers, as far as an audit of casaluna.example asks them. */
const providers: readonly Zone[] = [
  zone('amazonses.com', {
    about: about('Amazon SES: SPF, the MAIL FROM host and the keys behind the Easy DKIM tokens.'),
    records: `
@\t${spfOf(SES_RANGES)}
\tIN MX 10 inbound-smtp.eu-west-1.amazonses.com.
inbound-smtp.eu-west-1\tIN A 54.240.0.20
feedback-smtp.eu-west-1\tIN A 54.240.0.21
${SES_TOKENS.map((token, index) => `${token}.dkim\t${txt(`p=${sesKeys[index]}`)}`).join('\n')}
`,
  }),
  zone('mcsv.net', {
    about: about('Mailchimp: SPF and the keys behind k2 and k3.'),
    records: `
servers\t${spfOf(MAILCHIMP_RANGES)}
dkim2\t${dkimKey(KEYS.mailchimp2.p)}
dkim3\t${dkimKey(KEYS.mailchimp3.p)}
`,
  }),
  zone('rsgsv.net', {
    about: about('Mailchimp: the hosts it mails from, which are its envelope-from domains too.'),
    records: mailchimpHosts
      .map(({ address, name }) => {
        const label = name.replace('.rsgsv.net', '');
        return `${label}\tIN A ${address}\n\t${txt('v=spf1 include:servers.mcsv.net -all')}`;
      })
      .join('\n'),
  }),
  zone('hubspotemail.net', {
    about: about(
      'HubSpot: an SPF record that includes another that includes a third, and the keys behind hs1 and hs2.',
    ),
    records: `
4711802.spf03\t${spfOf([], 'include:_spf03.hubspotemail.net -all')}
_spf03\t${spfOf(HUBSPOT_RANGES.slice(0, 2), 'include:_spf03-eu.hubspotemail.net -all')}
_spf03-eu\t${spfOf(HUBSPOT_RANGES.slice(2))}
bf03x\t${txt('v=spf1 include:_spf03.hubspotemail.net -all')}
; 1024 bits, made when the account was opened
casaluna-example.hs03a.dkim\t${dkimKey(KEYS.hubspot1.p)}
casaluna-example.hs03b.dkim\t${dkimKey(KEYS.hubspot2.p)}
`,
  }),
  zone('outlook.com', {
    about: about('Microsoft 365: SPF, and the host that takes our mail in.'),
    records: `
spf.protection\t${spfOf([...MICROSOFT_RANGES, '2a01:111:f403::/48'])}
casaluna-example.mail.protection\tIN A 52.101.73.4
\tIN A 52.101.68.12
\tIN AAAA 2a01:111:f403:ca0b::4
autodiscover\tIN A 52.96.223.8
`,
  }),
  zone('onmicrosoft.com', {
    about: about("Microsoft 365: the tenant's own domain, where selector1 and selector2 point."),
    records: `
casaluna\tIN MX 0 casaluna.mail.protection.outlook.com.
selector1-casaluna-example._domainkey.casaluna\t${dkimKey(KEYS.microsoft1.p)}
selector2-casaluna-example._domainkey.casaluna\t${dkimKey(KEYS.microsoft2.p)}
`,
  }),
  zone('zendesk.com', {
    about: about("Zendesk: SPF, the account's envelope-from, and the keys customers' selectors should point to."),
    records: `
mail\t${spfOf(ZENDESK_RANGES)}
casaluna\t${txt('v=spf1 include:mail.zendesk.com -all')}
\tIN A 185.12.80.20
zendesk1._domainkey\t${dkimKey(KEYS.zendesk1.p)}
zendesk2._domainkey\t${dkimKey(KEYS.zendesk2.p)}
`,
  }),
  zone('dmarc-service.example', {
    about: [
      'A report service. It agrees to get reports about its customers; casaluna.example is none of them any more.',
    ],
    records: `
@\tIN A 45.129.84.80
\tIN MX 10 mx.dmarc-service.example.
mx\tIN A 45.129.84.81
\tIN AAAA 2a0e:1d80:84::81
otro-cliente.example._report._dmarc\t${txt('v=DMARC1')}
`,
  }),
  zone('levante-dns.example', {
    about: ['The first name server of everybody here.'],
    records: `ns1${NS1}`,
  }),
  zone('poniente-dns.example', {
    about: ['The second, in another network.'],
    records: `ns2${NS2}`,
  }),
];

const toplevel = (origin: string): Zone =>
  zone(origin, {
    about: [
      `Just enough of ${origin} to say NXDOMAIN for what is not here: _dmarc.${origin}, and names that went out of use.`,
    ],
    records:
      delegations(
        ['casaluna.example', ...providers.map((provider) => provider.origin)]
          .filter((name) => name.endsWith(`.${origin}`))
          .map((name) => name.slice(0, -origin.length - 1)),
      ) + (origin === 'example' ? `\n\n; glue\n${NAME_SERVER_GLUE}` : ''),
  });

const reversed = (parts: readonly string[], length: number): { host: string; origin: string } => ({
  host: parts.slice(0, length).join('.'),
  origin: parts.slice(length).join('.'),
});
const ipv4 = reversed([...MX1.ipv4.split('.').toReversed(), 'in-addr', 'arpa'], 1);
const ipv6 = reversed(
  [...'2a0cb8c0003600000000000000000025'.split('').toReversed(), 'ip6', 'arpa'], // MX1.ipv6, written out
  20,
);

/** Everything outside casaluna.example that its audit asks, so that the audit needs no network. */
export const OUTSIDE: readonly Zone[] = [
  ...providers,
  ...['example', 'com', 'net'].map(toplevel),
  ...[ipv4, ipv6].map(({ host, origin }) =>
    zone(origin, {
      about: ["The way back from our Postfix's address to its name."],
      records: `${host}\tIN PTR mx1.casaluna.example.`,
    }),
  ),
];
