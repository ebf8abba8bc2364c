/**
 * Casa Luna makes lamps in Valencia and mails from casaluna.example. Seven services and hosts send in its name,
 * five machines forward what they sent, and two strangers pretend to be it. This is the cast; `flows.ts` has them mail.
 */
export const DOMAIN = 'casaluna.example';
export const NEWS = `news.${DOMAIN}`;
export const HELP = `help.${DOMAIN}`;
export const BILLING = `billing.${DOMAIN}`;
export const BOUNCE = `bounce.${DOMAIN}`;
/** Never existed: what an `np` tag is for. */
export const NOWHERE = `pago.${DOMAIN}`;

export type StreamClass = 'aligned' | 'fixable' | 'forwarded' | 'suspicious';
export interface StreamStory {
  readonly key: string;
  /** Id of the sending service; null where it is nobody's product. */
  readonly provider: string | null;
  readonly class: StreamClass;
  readonly story: string;
}

const stream = (key: string, provider: string | null, kind: StreamClass, story: string): StreamStory => ({
  key,
  provider,
  class: kind,
  story,
});

export const STREAMS = [
  stream('receipts', 'amazon-ses', 'aligned', 'order confirmations from the shop software'),
  stream('newsletter', 'mailchimp', 'aligned', 'the weekly newsletter and its Thursday offers'),
  stream('crm', 'hubspot', 'aligned', 'sales mail to architects and shops'),
  stream('staff', 'microsoft-365', 'aligned', 'people at their desks'),
  stream('invoices', null, 'aligned', 'invoices from our own Postfix, mx1.casaluna.example'),
  stream('helpdesk', 'zendesk', 'fixable', 'answers to customers, signed by zendesk.com only'),
  stream('shop', null, 'fixable', 'a forgotten contact form; unsigned, but its address is in our SPF record'),
  stream('forward-university', null, 'forwarded', 'a plain forwarder that keeps the envelope'),
  stream('forward-gmail', null, 'forwarded', 'Gmail forwarding, which puts its own address into the envelope'),
  stream('forward-cloudflare', null, 'forwarded', 'Cloudflare Email Routing, which adds a signature'),
  stream('forward-improvmx', null, 'forwarded', 'ImprovMX, which adds a signature and rewrites the envelope'),
  stream('list-illumina', null, 'forwarded', 'a mailing list whose footer breaks our signature'),
  stream('botnet', null, 'suspicious', 'a fake sale from hacked machines everywhere'),
  stream('winbig', null, 'suspicious', 'one sender who passes SPF and DKIM, for his own domain'),
] as const satisfies readonly StreamStory[];

/** Selectors in use, and those that only stand in DNS. Easy DKIM takes one of three tokens at a time. */
export const SES_TOKENS = [
  'q7mzt4xk2hd3vwy5bsr6nfa2jelcgu3p',
  'm3vyc6w2ozkd4axr7tnq5hjeb2slfg6i',
  'x5hqj2eu4wnb7ydzk3mrvatc6gsop2fl',
] as const;
export const SES_OWN_SELECTOR = 'u4tkz6dwq3mvhs2ynrxb5ojcae7lgpfi';
export const HUBSPOT_SELECTOR = 'hs1-4711802';
export const INVOICE_SELECTOR = 'inv2026';

/** Our own machines. They stand in the SPF record, so they are none of the documentation ranges. */
export const MX1 = { ipv4: '193.148.36.25', ipv6: '2a0c:b8c0:36::25' } as const;
export const WEB = { ipv4: '193.148.36.10', ipv6: '2a0c:b8c0:36::10' } as const;
export const SHOP = { ipv4: '91.126.212.61', ipv6: '2a0b:1ac0:212::61' } as const;

/** Passed and aligned, in relaxed mode: all our names share one organisational domain. */
export const isOurs = (domain: string): boolean => domain === DOMAIN || domain.endsWith(`.${DOMAIN}`);
