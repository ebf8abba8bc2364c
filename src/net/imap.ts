import type { ServiceFailure } from './services.ts';

/** A mail store somebody has an account on. */
export interface ImapServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first octet; `starttls` before anything else is said; `either`: STARTTLS where it is offered. */
  readonly security: 'tls' | 'starttls' | 'either';
  /** Authorities in PEM besides those this Node knows. */
  readonly ca: readonly string[];
  /** Patience with one answer, however slowly octets come in; and with connecting and logging in together. */
  readonly timeoutMs: number;
}

/** `token` is an OAuth 2.0 access token (RFC 7628 OAUTHBEARER, or XOAUTH2). */
export interface ImapLogin {
  readonly user: string;
  readonly secret: { readonly kind: 'password' | 'token'; readonly text: string };
}

/** `login`: these credentials are refused; `refused`: the server says NO or BAD to something else. */
export interface ImapFailed {
  readonly status: 'failed';
  readonly failure: ServiceFailure | 'login' | 'refused';
  /** A phrase; neither secrets nor mail addresses are in it, whatever the server says. */
  readonly reason: string;
}
export type Done = { readonly status: 'ok' } | ImapFailed;

/** One part of a mail as the server describes it, without its octets (BODYSTRUCTURE, RFC 9051 §7.5.2). */
export interface MailPart {
  /** Lower case: `application/gzip`. */
  readonly type: string;
  /** Of `name` or `filename`, decoded. */
  readonly fileName?: string;
  /** Of a multipart; of a message inside, its own one. */
  readonly parts: readonly MailPart[];
}

export interface MailOutline {
  readonly uid: number;
  /** RFC822.SIZE: some servers only guess. */
  readonly octets: number;
  /** When it came into the mailbox; undefined where the server does not say. */
  readonly received?: Date;
  /** Undefined where the server cannot take the mail apart. */
  readonly structure?: MailPart;
}

export interface OpenMailbox {
  /** As the server names it. */
  readonly path: string;
  /** UIDs mean something only together with it (RFC 9051 §2.3.1.1); undefined where the server has none. */
  readonly uidValidity: string | undefined;
}

/**
 * A session with a server. Nothing here throws for anything the world does; what a callback throws comes through.
 * Sets of UIDs are ascending. No mail is ever marked as seen.
 */
export interface ImapSession {
  /** Read-only (EXAMINE) unless it is to be `writable`. */
  open(mailbox: string, writable: boolean): Promise<({ readonly status: 'ok' } & OpenMailbox) | ImapFailed>;
  /** Names of all mailboxes. */
  mailboxes(): Promise<{ readonly status: 'ok'; readonly names: readonly string[] } | ImapFailed>;
  /** UIDs in the open mailbox, of mails received on that day or later where one is given; the server's own days. */
  search(since?: Date): Promise<{ readonly status: 'ok'; readonly uids: readonly number[] } | ImapFailed>;
  /** Which of these still exist. */
  remaining(uids: readonly number[]): Promise<{ readonly status: 'ok'; readonly uids: readonly number[] } | ImapFailed>;
  outlines(uids: readonly number[], each: (outline: MailOutline) => void): Promise<Done>;
  /** Whole mails, one after the other as they come in: for those that are small. */
  contents(uids: readonly number[], each: (uid: number, octets: Uint8Array) => Promise<void>): Promise<Done>;
  /** One mail in pieces, however large. */
  content(uid: number, each: (octets: Uint8Array) => Promise<void>): Promise<Done>;
  /** Moves to another mailbox, or deletes where there is none. */
  take(uids: readonly number[], to: string | undefined): Promise<({ readonly status: 'ok' } & Taken) | ImapFailed>;
  /** Waits for new mail in the open mailbox (IDLE, RFC 2177), no longer than `ms`. */
  news(ms: number, interrupted: AbortSignal): Promise<Done>;
  /** Says goodbye, and closes. */
  close(): Promise<void>;
}

export interface Taken {
  /**
   * `expunged`: gone from the open mailbox. `marked`: only marked as deleted, since the server has no UID EXPUNGE (RFC 4315)
   * and a plain EXPUNGE would take what others have marked with it.
   */
  readonly how: 'expunged' | 'marked';
}
