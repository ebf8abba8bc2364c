/** What happened to one message for one recipient. */
export const EVENT_KINDS = [
  'accepted', // taken in by the sending system
  'delivered', // taken over by the next host: the recipient's, or a relay on the way (see `hop`)
  'deferred', // a temporary failure; it will be tried again
  'bounced', // a permanent failure
  'expired', // given up after too long
  'dropped', // not even tried: suppressed, refused by the service itself
  'complained', // the recipient reported it as spam
  'opened',
  'clicked',
  'unsubscribed',
  'subscribed',
  'auto-reply', // an out-of-office note
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Seconds. Postfix's a/b/c/d (postconf(5), `delays`), or as much of it as the source tells. */
export interface Delay {
  /** From the message's arrival to this event. */
  readonly total?: number;
  /** Before the queue manager; it grows with every retry. */
  readonly before?: number;
  /** In the active queue. */
  readonly queue?: number;
  /** Setting up the connection: DNS, EHLO, STARTTLS. */
  readonly connect?: number;
  readonly transmit?: number;
}

/**
 * One thing that happened to one message for one recipient. What the source does not say is undefined; nothing is guessed.
 * Strings may be slices of what was read: whoever keeps one makes a copy of it, or a whole chunk stays alive.
 */
export interface MailEvent {
  /** Seconds since 1970, UTC, with a fraction where the source has one. */
  readonly time: number;
  /** What the source left out of the time, and had to be assumed. */
  readonly timeAssumed?: 'year' | 'zone' | 'year and zone';
  readonly kind: EventKind;
  /** Id of the format it was read by. */
  readonly source: string;
  readonly ids: EventIds;
  /** As it stands, case kept; absent where the source hides it. */
  readonly recipient?: string;
  /** Lower case, without final dot; empty where nothing tells it. */
  readonly recipientDomain: string;
  /** Address of the From field. */
  readonly from?: string;
  /** Envelope sender; empty for the null reverse-path. */
  readonly envelopeFrom?: string;
  /** Octets. */
  readonly size?: number;
  /** Our own sending address. */
  readonly sourceIp?: string;
  /** Who took it, or was asked to. */
  readonly relay?: { readonly host?: string; readonly ip?: string; readonly port?: number };
  /** `relay`: handed to a smart host, which is not the recipient's; `local`: a mailbox or program on the same machine. */
  readonly hop?: 'mx' | 'relay' | 'local';
  /** Mailbox provider in the service's own word. */
  readonly mailboxProvider?: string;
  readonly delay?: Delay;
  /** 1 for the first. */
  readonly attempt?: number;
  /** false: without TLS; absent: not said. */
  readonly tls?: { readonly version?: string; readonly cipher?: string; readonly verified?: boolean } | false;
  /** RFC 5321 §4.2. */
  readonly code?: number;
  /** RFC 3463: `5.1.1`. */
  readonly enhancedCode?: string;
  /** The reply's text, codes included where the source has them there; lines of one reply joined by a blank. */
  readonly diagnostic?: string;
  /** What the reply answers: `RCPT TO`, `end of DATA`. */
  readonly command?: string;
  /** The service's own word for why: `bad-mailbox`, `Invalid Address`. */
  readonly espClass?: string;
  /** The service's own verdict; the enhanced code outranks it. */
  readonly permanent?: boolean;
  /** Opens and clicks: by a proxy, a scanner, a prefetch. Absent: the source cannot tell. */
  readonly machine?: boolean;
  readonly url?: string;
  readonly dkim?: readonly { readonly domain: string; readonly selector?: string }[];
  /**
   * What the sender itself calls it, under one name whatever the service's is: `campaign`, `category`, `tag`, `template`,
   * `stream` (message or sending stream), `list`, `configuration-set`, `ip-pool`, `vmta`, `tenant`, `subaccount`, `domain`
   * (sending domain), `sasl` and `uid` (who handed it in), `notification` (a bounce, a delay notice); also header fields
   * that are logged, and names the sender gave, in lower case. What one source alone has keeps its name: KumoMTA's
   * `egress-pool`, the `step` of a sequence. Several values are joined by a comma and a blank.
   */
  readonly tags: Readonly<Record<string, string>>;
}

export interface EventIds {
  /** With `host`, and only for a time: queue ids are used again. */
  readonly queue?: string;
  readonly host?: string;
  /** Message-ID (RFC 5322 §3.6.4), without angle brackets. */
  readonly message?: string;
  /** The service's own id of the message. */
  readonly esp?: string;
  /** The service's own id of the event. */
  readonly event?: string;
}

/** An event that is being put together. */
export type Draft = { -readonly [Key in keyof MailEvent]: MailEvent[Key] };
