/** What a line of the text mail log says, behind its level. `rid` numbers the recipients of a message from 0. */
export type Told =
  | { readonly kind: 'start' | 'sender' | 'message-id' | 'ready'; readonly mid: string; readonly value: string }
  | { readonly kind: 'recipient'; readonly mid: string; readonly rid: number; readonly address: string }
  | { readonly kind: 'queued'; readonly mid: string }
  | { readonly kind: 'finished'; readonly mid: string }
  /** `copy` has lines of a recipient of its own; `rewritten` goes on as what it was made of. */
  | { readonly kind: Relation; readonly mid: string; readonly of: string }
  | { readonly kind: 'login'; readonly icid: string; readonly user: string }
  | {
      readonly kind: 'connected';
      readonly dcid: string;
      readonly source: string;
      readonly ip: string;
      readonly port: string | undefined;
    }
  | { readonly kind: 'tls'; readonly dcid: string; readonly version: string | undefined; readonly cipher: string }
  | { readonly kind: 'no-tls'; readonly dcid: string }
  | { readonly kind: 'closed'; readonly dcid: string }
  | {
      readonly kind: 'done';
      readonly dcid: string;
      readonly mid: string;
      readonly rids: readonly number[];
      readonly headers: string;
    }
  | { readonly kind: 'response'; readonly mid: string; readonly rids: readonly number[]; readonly said: string }
  | {
      readonly kind: 'refused';
      readonly isFinal: boolean;
      readonly dcid: string;
      readonly mid: string;
      readonly rid: number;
      readonly from: string | undefined;
      readonly to: string | undefined;
      readonly why: string;
    }
  | {
      readonly kind: 'dropped';
      readonly mid: string;
      readonly rids: readonly number[];
      /** In words, or what it is called. */
      readonly why: string | undefined;
      readonly word?: string;
    }
  | { readonly kind: 'aborted'; readonly mid: string; readonly why: string };

type Relation = 'rewritten' | 'split' | 'bounce' | 'copy';

const START = /^Start MID (\d+) ICID (\d+)/;
const SENDER = /^MID (\d+) ICID \d+ From: <(.*)>/;
const RECIPIENT = /^MID (\d+) ICID \d+ RID (\d+) To: <(.*)>/;
const MESSAGE_ID = /^MID (\d+) Message-ID '(.*)'$/;
const READY = /^MID (\d+) ready (\d+) bytes/;
const QUEUED = /^MID (\d+) queued for delivery/;
const RESPONSE = /^MID (\d+) RID {1,2}\[([\d, ]*)\] Response (.*)$/;
const REWRITTEN = /^MID (\d+) rewritten to (?:MID )?(\d+)\b/;
const SPLIT = /^MID (\d+) was split creating MID (\d+)\b/;
const GENERATED = /^MID (\d+) was generated (for bounce of|based on) MID (\d+)\b/;
const UNSUBSCRIBED = /^MID (\d+) (Global unsubscribe matched entry \S+) RID (\d+) /;
const LOGIN = /^SMTP Auth:? \(ICID (\d+)\) succeeded for user: (\S+)/;
const CONNECTED = /^New SMTP DCID (\d+) interface (\S+) address (\S+)(?: port (\d+))?/;
const TLS = /^DCID (\d+) TLS success(?: protocol (\S+) cipher (\S+))?/;
const NO_TLS = /^DCID (\d+) TLS failed/;
const CLOSED = /^DCID (\d+) close/;
const DONE = /^Message done DCID (\d+) MID (\d+) to (?:RID )?\[([\d, ]*)\](.*)$/;
const FINISHED = /^Message finished MID (\d+) /;
const ABORTED = /^Message aborted MID (\d+) (.*)$/;
/** With `Message` for MID, and no RID, until AsyncOS 3.8. */
const REFUSED =
  /^(Bounced|Delayed): DCID:? (\d+) (?:MID|Message) (\d+) (?:From: ?<(.*?)> To: ?<(.*?)> |to )(?:RID )?(\d+) - (.*)$/;
/** In the bounce log: `Bounced: 40:0 From:<…> To:<…> Reason: "5.1.2 - …" Response: "('000', […])"`. */
const IN_BOUNCE_LOG =
  /^(Bounced|Delayed): (\d+):(\d+) From: ?<(.*?)> To: ?<(.*?)>(?: RID \d+ - | Reason: "?)(.*?)(?:" Response: "?(.*?))?"?$/;
const DOUBLE = /^Double bounce: (?:MID|Message) (\d+) to (?:RID )?(\d+) - (.*)$/;
const DELETED = /^Deleted: MID (\d+) to \[([\d, ]*)\]/;
const BY_LDAP = /^LDAP: (?:Bounce|Drop) query \S+ MID (\d+) RID (\d+) /;

/** Reads a line; undefined where it tells nothing of a message on its way. */
export function toldBy(text: string): Told | undefined {
  switch (text.slice(0, text.indexOf(' '))) {
    case 'MID':
      return ofMessage(text);
    case 'DCID':
      return ofConnection(text);
    case 'Message':
      return ofMessageEnd(text);
    case 'Bounced:':
    case 'Delayed:':
      return refusedIn(text);
    case 'Start':
    case 'New':
    case 'SMTP':
      return ofBeginning(text);
    default:
      return ofOther(text);
  }
}

function ofBeginning(text: string): Told | undefined {
  const start = START.exec(text);
  if (start !== null) return { kind: 'start', mid: start[1] ?? '', value: start[2] ?? '' };
  const connected = CONNECTED.exec(text);
  if (connected !== null) {
    const [, dcid = '', source = '', ip = '', port] = connected;
    return { kind: 'connected', dcid, source, ip, port };
  }
  const login = LOGIN.exec(text);
  return login === null ? undefined : { kind: 'login', icid: login[1] ?? '', user: login[2] ?? '' };
}

function ofMessage(text: string): Told | undefined {
  const recipient = RECIPIENT.exec(text);
  if (recipient !== null) {
    const [, mid = '', rid, address = ''] = recipient;
    return { kind: 'recipient', mid, rid: Number(rid), address };
  }
  const sender = SENDER.exec(text);
  if (sender !== null) return { kind: 'sender', mid: sender[1] ?? '', value: sender[2] ?? '' };
  const response = RESPONSE.exec(text);
  if (response !== null) {
    const [, mid = '', rids = '', said = ''] = response;
    return { kind: 'response', mid, rids: numbersIn(rids), said: unquoted(said) };
  }
  const messageId = MESSAGE_ID.exec(text);
  if (messageId !== null) return { kind: 'message-id', mid: messageId[1] ?? '', value: messageId[2] ?? '' };
  const ready = READY.exec(text);
  if (ready !== null) return { kind: 'ready', mid: ready[1] ?? '', value: ready[2] ?? '' };
  const queued = QUEUED.exec(text);
  if (queued !== null) return { kind: 'queued', mid: queued[1] ?? '' };
  return ofRelation(text);
}

function ofRelation(text: string): Told | undefined {
  const rewritten = REWRITTEN.exec(text);
  if (rewritten !== null) return { kind: 'rewritten', mid: rewritten[2] ?? '', of: rewritten[1] ?? '' };
  const split = SPLIT.exec(text);
  if (split !== null) return { kind: 'split', mid: split[2] ?? '', of: split[1] ?? '' };
  const generated = GENERATED.exec(text);
  if (generated !== null) {
    const [, mid = '', why, of = ''] = generated;
    return { kind: why === 'based on' ? 'copy' : 'bounce', mid, of };
  }
  const unsubscribed = UNSUBSCRIBED.exec(text);
  if (unsubscribed === null) return undefined;
  const [, mid = '', why = '', rid] = unsubscribed;
  return { kind: 'dropped', mid, rids: [Number(rid)], why };
}

function ofConnection(text: string): Told | undefined {
  const tls = TLS.exec(text);
  if (tls !== null) return { kind: 'tls', dcid: tls[1] ?? '', version: tls[2], cipher: tls[3] ?? '' };
  const failed = NO_TLS.exec(text);
  if (failed !== null) return { kind: 'no-tls', dcid: failed[1] ?? '' };
  const closed = CLOSED.exec(text);
  return closed === null ? undefined : { kind: 'closed', dcid: closed[1] ?? '' };
}

function ofMessageEnd(text: string): Told | undefined {
  const done = DONE.exec(text);
  if (done !== null) {
    const [, dcid = '', mid = '', rids = '', headers = ''] = done;
    return { kind: 'done', dcid, mid, rids: numbersIn(rids), headers };
  }
  const finished = FINISHED.exec(text);
  if (finished !== null) return { kind: 'finished', mid: finished[1] ?? '' };
  const aborted = ABORTED.exec(text);
  return aborted === null ? undefined : { kind: 'aborted', mid: aborted[1] ?? '', why: aborted[2] ?? '' };
}

function refusedIn(text: string): Told | undefined {
  const refused = REFUSED.exec(text);
  if (refused !== null) {
    const [, word, dcid = '', mid = '', from, to, rid, why = ''] = refused;
    return { kind: 'refused', isFinal: word === 'Bounced', dcid, mid, rid: Number(rid), from, to, why };
  }
  const logged = IN_BOUNCE_LOG.exec(text);
  if (logged === null) return undefined;
  const [, word, mid = '', rid, from, to, reason = '', response] = logged;
  const why = response === undefined ? reason : `${reason} ${response}`;
  return { kind: 'refused', isFinal: word === 'Bounced', dcid: '', mid, rid: Number(rid), from, to, why };
}

function ofOther(text: string): Told | undefined {
  const double = DOUBLE.exec(text);
  if (double !== null) {
    const [, mid = '', rid, why = ''] = double;
    return { kind: 'refused', isFinal: true, dcid: '', mid, rid: Number(rid), from: undefined, to: undefined, why };
  }
  const deleted = DELETED.exec(text);
  if (deleted !== null)
    return { kind: 'dropped', mid: deleted[1] ?? '', rids: numbersIn(deleted[2] ?? ''), why: 'Removed from the queue' };
  const ldap = BY_LDAP.exec(text);
  if (ldap === null) return undefined;
  // The directory does not know the recipient.
  return { kind: 'dropped', mid: ldap[1] ?? '', rids: [Number(ldap[2])], why: undefined, word: 'LDAPACCEPT' };
}

/** Recipients of one delivery. Stops a line that is a list. */
const MOST_RECIPIENTS = 5000;
const numbersIn = (list: string): number[] =>
  list.trim() === '' ? [] : list.split(',', MOST_RECIPIENTS).map((one) => Number(one.trim()));

const unquoted = (text: string): string => /^(['"])(.*)\1$/.exec(text)?.[2] ?? text;
