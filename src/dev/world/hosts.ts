import { addressesIn, addressesUnder, type Host } from './addresses.ts';
import { MX1, SHOP } from './story.ts';

/**
 * Providers send from ranges they publish. Whoever is made up – forwarders, botnet, strangers – sends from
 * documentation and benchmarking ranges (RFC 5737, RFC 3849, RFC 2544), so that nobody real stands accused.
 */
const named = (addresses: readonly string[], name: (index: number) => string): Host[] =>
  addresses.map((address, index) => ({ address, name: name(index) }));

export const SES_RANGES = ['54.240.0.0/18', '69.169.224.0/20', '23.249.208.0/20'] as const;
export const MAILCHIMP_RANGES = ['198.2.128.0/18', '205.201.128.0/20', '148.105.8.0/21'] as const;
export const HUBSPOT_RANGES = ['143.244.80.0/20', '158.247.16.0/20', '54.174.52.0/24'] as const;
export const MICROSOFT_RANGES = ['40.92.0.0/15', '40.107.0.0/16', '52.100.0.0/14'] as const;
export const ZENDESK_RANGES = ['192.161.144.0/20', '185.12.80.0/22', '188.172.128.0/20'] as const;

export const sesHosts = named(
  addressesIn(SES_RANGES, 48, 'ses'),
  (n) => `b${n + 100}.smtp-out.eu-west-1.amazonses.com`,
);
export const mailchimpHosts = named(
  addressesIn(MAILCHIMP_RANGES, 40, 'mailchimp'),
  (n) => `mail${n + 101}.atl${n % 2 === 0 ? 81 : 231}.rsgsv.net`,
);
export const hubspotHosts = named(
  addressesIn(HUBSPOT_RANGES, 8, 'hubspot'),
  (n) => `bid${n + 1}.bf03x.hubspotemail.net`,
);
export const microsoftHosts = named(
  [...addressesIn(MICROSOFT_RANGES, 24, 'microsoft'), ...addressesUnder('2a01:111:f403', 8, 'microsoft')],
  (n) => `mail-${n + 1}-eur05.outbound.protection.outlook.com`,
);
export const zendeskHosts = named(
  addressesIn(ZENDESK_RANGES, 12, 'zendesk'),
  (n) => `outbyoip${n + 1}.pod17.euw1.zdsys.com`,
);
export const mx1Hosts = named([MX1.ipv4, MX1.ipv6], () => 'mx1.casaluna.example');
export const shopHosts = named([SHOP.ipv4], () => 'web17.hosting-turia.example');

export const universityHosts = named(['203.0.113.200'], () => 'relay.uni-azahar.example');
export const gmailHosts = named(
  [...addressesIn(['209.85.208.0/20'], 4, 'gmail'), ...addressesUnder('2a00:1450:4864', 2, 'gmail')],
  (n) => `mail-sor-f${n + 41}.google.com`,
);
export const cloudflareHosts = named(
  addressesIn(['104.30.8.0/23'], 3, 'cloudflare'),
  (n) => `ea-${n + 1}.email.cloudflare.net`,
);
export const improvmxHosts = named(['203.0.113.211', '203.0.113.212'], (n) => `out${n + 1}.improvmx.com`);
export const listHosts = named(['198.51.100.25'], () => 'lists.illumina-club.example');

/** 209 hacked machines in as many networks as such ranges give. */
const hacked = [
  ...addressesIn(['198.18.0.0/15', '198.19.0.0/16', '198.18.0.0/16'], 150, 'botnet'),
  ...addressesIn(['192.0.2.0/24', '198.51.100.128/25', '203.0.113.0/25'], 36, 'botnet near'),
  ...addressesUnder('2001:db8', 23, 'botnet'),
];
export const botHosts = named(hacked, (n) => `host-${n + 1}.dyn.access-net.example`);
export const winbigHosts = named(
  ['198.51.100.66', '198.51.100.67', '2001:db8:66::67'],
  (n) => `out${n + 1}.winbig-deals.example`,
);
