import type { Host } from './addresses.ts';
import { campaigns, office, orders, type Rhythm } from './calendar.ts';
import { sentBy, sentByNobody, signed, type Dkim, type Evidence, type Spf } from './evidence.ts';
import { hubspotHosts, mailchimpHosts, microsoftHosts, mx1Hosts, sesHosts, shopHosts, zendeskHosts } from './hosts.ts';
import {
  BILLING,
  BOUNCE,
  DOMAIN,
  HELP,
  HUBSPOT_SELECTOR,
  INVOICE_SELECTOR,
  NEWS,
  SES_OWN_SELECTOR,
  SES_TOKENS,
} from './story.ts';

/** What a flow's evidence may depend on. */
export interface Moment {
  readonly host: Host;
  readonly day: number;
  /** What this receiver's SPF says of casaluna.example where no earlier term matches: see `Reporter.deadInclude`. */
  readonly deadInclude: Spf['result'];
}

/** Mail of one stream that always looks the same to a receiver. Streams have several where they do not. */
export interface Flow {
  readonly key: string;
  readonly stream: string;
  /** Over the whole month and all reporters. */
  readonly messages: number;
  readonly headerFrom: string;
  /** Whose mailboxes it goes to: a kind of reporter, or the named reporters only. */
  readonly audience: 'consumer' | 'business' | readonly string[];
  readonly rhythm: Rhythm;
  readonly hosts: readonly Host[];
  /** About how many of a day's messages to one receiver come from one address. */
  readonly perHost: number;
  readonly evidence: (moment: Moment) => Evidence;
}

/** Easy DKIM moves on to its next token in the night to the 18th. */
export const receiptSignatures = (day: number): Dkim[] => [
  signed(DOMAIN, day < 18 ? SES_TOKENS[0] : SES_TOKENS[1]),
  signed('amazonses.com', SES_OWN_SELECTOR),
];

/** Mailchimp signs with k2 here and with k3 there. */
export const newsletterSelector = (host: Host): string => (mailchimpHosts.indexOf(host) % 3 === 0 ? 'k3' : 'k2');

const staffSignature = signed(DOMAIN, 'selector1');
const tenantSignature = signed('casaluna.onmicrosoft.com', 'selector1-casaluna-onmicrosoft-com');

const receipts = {
  stream: 'receipts',
  headerFrom: DOMAIN,
  audience: 'consumer',
  rhythm: orders,
  hosts: sesHosts,
} as const;
const newsletter = {
  stream: 'newsletter',
  headerFrom: NEWS,
  audience: 'consumer',
  rhythm: campaigns,
  hosts: mailchimpHosts,
} as const;
const staff = {
  stream: 'staff',
  headerFrom: DOMAIN,
  audience: 'business',
  rhythm: office,
  hosts: microsoftHosts,
} as const;
const invoices = { stream: 'invoices', audience: 'business', rhythm: office, hosts: mx1Hosts } as const;

/** What Casa Luna itself sends, or has sent for it. */
export const OWN_FLOWS: readonly Flow[] = [
  {
    ...receipts,
    key: 'receipts',
    messages: 61_204,
    perHost: 110,
    evidence: ({ day }) => sentBy(BOUNCE, 'pass', receiptSignatures(day)),
  },
  {
    ...newsletter,
    key: 'newsletter',
    messages: 98_919,
    perHost: 300,
    evidence: ({ host }) => sentBy(host.name, 'pass', [signed(NEWS, newsletterSelector(host))]),
  },
  {
    ...newsletter,
    key: 'newsletter damaged on the way',
    messages: 198,
    perHost: 6,
    evidence: ({ host }) => sentBy(host.name, 'pass', [signed(NEWS, newsletterSelector(host), 'fail')]),
  },
  {
    key: 'crm',
    stream: 'crm',
    messages: 2_412,
    headerFrom: DOMAIN,
    audience: 'business',
    rhythm: office,
    hosts: hubspotHosts,
    perHost: 25,
    evidence: () =>
      sentBy('bf03x.hubspotemail.net', 'pass', [
        signed(DOMAIN, HUBSPOT_SELECTOR),
        signed('bf03x.hubspotemail.net', 'hs1'),
      ]),
  },
  {
    ...staff,
    key: 'staff',
    messages: 7_386,
    perHost: 30,
    evidence: () => sentBy(DOMAIN, 'pass', [staffSignature]),
  },
  {
    ...staff,
    key: 'staff, signed by the tenant as well',
    messages: 1_604,
    perHost: 30,
    evidence: () => sentBy(DOMAIN, 'pass', [staffSignature, tenantSignature]),
  },
  {
    ...staff,
    key: 'staff, absence notes',
    messages: 114,
    audience: ['google', 'enterprise-outlook', 'comcast', 'fastmail'],
    perHost: 8,
    evidence: ({ host }) => sentByNobody(host.name, 'pass', [staffSignature, tenantSignature]),
  },
  {
    ...staff,
    key: 'staff, while our name servers were slow',
    messages: 9,
    rhythm: (day) => (day === 19 ? 1 : 0),
    audience: ['google'],
    perHost: 4,
    evidence: () => sentBy(DOMAIN, 'temperror', [signed(DOMAIN, 'selector1', 'temperror'), tenantSignature]),
  },
  {
    ...invoices,
    key: 'invoices',
    messages: 2_371,
    headerFrom: BILLING,
    perHost: 60,
    evidence: () => sentBy(DOMAIN, 'pass', [signed(DOMAIN, INVOICE_SELECTOR)]),
  },
  {
    ...invoices,
    key: 'reminders',
    messages: 774,
    headerFrom: DOMAIN,
    perHost: 60,
    evidence: () => sentBy(DOMAIN, 'pass', [signed(DOMAIN, INVOICE_SELECTOR)]),
  },
  {
    ...invoices,
    key: 'reminders damaged on the way',
    messages: 42,
    headerFrom: DOMAIN,
    perHost: 10,
    evidence: () => sentBy(DOMAIN, 'pass', [signed(DOMAIN, INVOICE_SELECTOR, 'fail')]),
  },
  {
    key: 'helpdesk',
    stream: 'helpdesk',
    messages: 6_402,
    headerFrom: HELP,
    audience: 'consumer',
    rhythm: office,
    hosts: zendeskHosts,
    perHost: 40,
    evidence: () => sentBy('casaluna.zendesk.com', 'pass', [signed('zendesk.com', 'zendesk1')]),
  },
  {
    key: 'shop',
    stream: 'shop',
    messages: 164,
    headerFrom: DOMAIN,
    audience: 'business',
    rhythm: orders,
    hosts: shopHosts,
    perHost: 50,
    evidence: ({ host }) => sentBy(host.name, 'none'),
  },
];
