import { campaigns, office, orders, waves } from './calendar.ts';
import { sentBy, sentByNobody, signed } from './evidence.ts';
import { newsletterSelector, receiptSignatures, type Flow } from './flows.ts';
import {
  botHosts,
  cloudflareHosts,
  gmailHosts,
  improvmxHosts,
  listHosts,
  mailchimpHosts,
  universityHosts,
  winbigHosts,
} from './hosts.ts';
import { BOUNCE, DOMAIN, NEWS, NOWHERE } from './story.ts';

const university = { stream: 'forward-university', audience: ['google'], hosts: universityHosts, perHost: 50 } as const;
const newsletterHost = mailchimpHosts[1] ?? { address: '', name: '' };

/** Our mail, handed on by machines that are not ours. */
export const FORWARDED_FLOWS: readonly Flow[] = [
  {
    ...university,
    key: 'receipts to a university',
    messages: 251,
    headerFrom: DOMAIN,
    rhythm: orders,
    evidence: ({ day }) => sentBy(BOUNCE, 'softfail', receiptSignatures(day)),
  },
  {
    ...university,
    key: 'newsletter to a university',
    messages: 133,
    headerFrom: NEWS,
    rhythm: campaigns,
    evidence: () => sentBy(newsletterHost.name, 'softfail', [signed(NEWS, newsletterSelector(newsletterHost))]),
  },
  {
    key: 'receipts through Gmail',
    stream: 'forward-gmail',
    messages: 296,
    headerFrom: DOMAIN,
    audience: ['yahoo', 'outlook', 'enterprise-outlook', 'fastmail', 'gmx', 'web-de'],
    rhythm: orders,
    hosts: gmailHosts,
    perHost: 6,
    evidence: ({ day }) => sentBy('gmail.com', 'pass', receiptSignatures(day)),
  },
  {
    key: 'receipts through Cloudflare',
    stream: 'forward-cloudflare',
    messages: 118,
    headerFrom: DOMAIN,
    audience: ['google'],
    rhythm: orders,
    hosts: cloudflareHosts,
    perHost: 3,
    evidence: ({ day }) =>
      sentBy('estudio-ferrer.example', 'pass', [
        ...receiptSignatures(day),
        signed('estudio-ferrer.example', 'cf2024-1'),
      ]),
  },
  {
    key: 'receipts through ImprovMX',
    stream: 'forward-improvmx',
    messages: 78,
    headerFrom: DOMAIN,
    audience: ['google', 'fastmail'],
    rhythm: orders,
    hosts: improvmxHosts,
    perHost: 2,
    evidence: ({ day }) =>
      sentBy('improvmx.com', 'pass', [...receiptSignatures(day), signed('improvmx.com', 'dkimprovmx1')]),
  },
  {
    key: 'staff on a mailing list',
    stream: 'list-illumina',
    messages: 35,
    headerFrom: DOMAIN,
    audience: ['google', 'fastmail', 'comcast', 'gmx'],
    rhythm: office,
    hosts: listHosts,
    perHost: 20,
    evidence: ({ host }) => sentBy(host.name, 'pass', [signed(DOMAIN, 'selector1', 'fail'), signed(host.name, 'list')]),
  },
];

const bots = { stream: 'botnet', audience: 'consumer', rhythm: waves, perHost: 2 } as const;

/** Mail in our name that is nothing to do with us. */
export const SPOOFED_FLOWS: readonly Flow[] = [
  {
    ...bots,
    key: 'fake sale with our envelope',
    messages: 588,
    headerFrom: DOMAIN,
    hosts: botHosts.slice(0, 84),
    evidence: ({ deadInclude }) => sentBy(DOMAIN, deadInclude),
  },
  {
    ...bots,
    key: 'fake sale with envelopes of their own',
    messages: 371,
    headerFrom: DOMAIN,
    hosts: botHosts.slice(84, 142),
    evidence: ({ host }) => sentBy(host.name, 'none'),
  },
  {
    ...bots,
    key: "fake sale with a bank's envelope",
    messages: 214,
    headerFrom: DOMAIN,
    hosts: botHosts.slice(142, 179),
    evidence: () => sentBy('banco-turia.example', 'fail'),
  },
  {
    ...bots,
    key: 'fake payment page under a name that never existed',
    messages: 141,
    headerFrom: NOWHERE,
    // Not among the RFC 9990 reporters: their SPF has no HELO scope.
    audience: ['google', 'yahoo', 'outlook', 'enterprise-outlook', 'comcast', 'fastmail'],
    hosts: botHosts.slice(179),
    evidence: ({ host }) => sentByNobody(host.name, 'none'),
  },
  {
    key: 'winbig',
    stream: 'winbig',
    messages: 486,
    headerFrom: DOMAIN,
    audience: ['google', 'yahoo', 'outlook', 'gmx', 'mail-ru'],
    rhythm: waves,
    hosts: winbigHosts,
    perHost: 12,
    evidence: () => sentBy('mailer.winbig-deals.example', 'pass', [signed('mailer.winbig-deals.example', 'wb1')]),
  },
];
