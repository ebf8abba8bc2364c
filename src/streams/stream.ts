/** What a stream's mail is for, as far as provider and From domain tell. */
export type Purpose =
  | 'transactional'
  | 'marketing'
  | 'crm'
  | 'support'
  | 'corporate'
  | 'forwarded'
  | 'spoofed'
  | 'unknown';

/**
 * How mail stands with DMARC, and whose it is:
 * - `aligned`: ours, and it passes
 * - `fixable`: ours as far as can be told, and it fails: somebody must set something up
 * - `forwarded`: ours or our correspondents', re-sent by somebody else; what passes, passes by DKIM
 * - `suspicious`: nothing speaks for its being ours
 */
export const STREAM_CLASSES = ['aligned', 'fixable', 'forwarded', 'suspicious'] as const;
export type StreamClass = (typeof STREAM_CLASSES)[number];

/** What kind of thing names the sender, strongest first. */
export type EvidenceKind =
  | 'rule' // the reader's own word, in sendaudit.json
  | 'dkim-domain' // a signature of the provider's own domain that passed
  | 'dkim-selector' // a selector in our own domain
  | 'return-path' // the envelope-from domain, authorised by SPF
  | 'spf-record' // the address stands in our own SPF tree
  | 'network' // the address lies in a network the provider publishes
  | 'learned' // other rows of the period name it for the same key, return path or address
  | 'ptr' // the address's own host, confirmed, where nothing else names the sender
  | 'own-domain' // SPF passed for our own domain: the address is authorised by us
  | 'claim'; // named in a signature or envelope that did not pass: anyone can write that

/** Why we say who sent it. */
export interface Evidence {
  readonly kind: EvidenceKind;
  /** For people: `d=amazonses.com`, `selector hs1-4711802`, `include:mail.zendesk.com`. */
  readonly what: string;
  /** Provider it speaks for, where it speaks for one. */
  readonly provider?: string;
  /** 0 to 1: how far it can be trusted alone. */
  readonly weight: number;
}

/** A sending stream: provider × purpose × From domain. */
export interface Stream {
  /** `amazon-ses/transactional/casaluna.example`. */
  readonly id: string;
  readonly name: string;
  /** Id in the catalogue; `own` for the domain's own servers; absent where nobody can be named. */
  readonly provider?: string;
  /** What tells the sender from others, whatever the From domain: a provider's id, `dkim:rmk`, `via:forwarder.example`. */
  readonly sender: string;
  readonly purpose: Purpose;
  readonly headerFrom: string;
}
