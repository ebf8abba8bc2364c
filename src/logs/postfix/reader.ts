import { ownCopy } from '../../core/own-copy.ts';
import type { Delay, Draft, MailEvent } from '../event.ts';
import type { EventSink, LineReader } from '../format.ts';
import { type SyslogLine, syslogReader } from '../syslog/line.ts';
import { stampReader } from '../syslog/stamp-reader.ts';
import { type DeliveryLine, deliveryLine } from './delivery-line.ts';
import { messageLine } from './message-line.ts';
import { HOLD, type Queue, type QueuedMessage, newQueue } from './queue.ts';
import { queueIdEnd } from './queue-id.ts';
import { hopOf, relayReader } from './relay.ts';
import { replyOf } from './reply.ts';
import { tlsConnection, tlsFromField } from './tls.ts';

const NO_IDS = {};
const NO_TAGS = {};

/** What is known of one machine. */
interface Host {
  readonly queue: Queue;
  /** The TLS session each delivery process has open, by process id. */
  readonly sessions: Map<string, { readonly relay: string; readonly tls: MailEvent['tls'] }>;
  /** TLS is logged here (smtp_tls_loglevel 1 or more): a connection of which nothing is said had none. */
  logsTls: boolean;
  /** Ids of notifications that are announced before their own first line, since 3.11. */
  readonly notifications: Map<string, { readonly what: string; readonly time: number }>;
}

/** Processes and announcements remembered of one machine. Stops a log of invented process ids. */
const MOST_REMEMBERED = 10_000;
/** Programs that deliver, or give up. */
const DELIVERS = new Set(['smtp', 'lmtp', 'local', 'virtual', 'pipe', 'error', 'retry', 'discard']);
/** What delivery agents say about a message before they say how it ended. */
const ASIDE =
  /^(?:host \S+ (?:said|refused to talk to me): |lost connection with |conversation with \S+ timed out |enabling PIX workarounds|SASL authentication |Cannot start TLS|TLS is required|breaking line|passing <|uses? |non-delivery|message-id=|warning: |info: |replace: |save: |table )/;

export function postfixReader(sink: EventSink): LineReader {
  const stamp = stampReader();
  const syslog = syslogReader();
  const at: SyslogLine = { host: '', program: '', hasSlash: false, pidAt: 0, pidEnd: 0, at: 0 };
  const relayOf = relayReader();
  const hosts = new Map<string, Host>();
  let host: Host | undefined;
  let hostName = '';

  const hostOf = (name: string): Host => {
    if (host !== undefined && name === hostName) return host;
    hostName = name;
    host = hosts.get(name);
    if (host !== undefined) return host;
    host = {
      queue: newQueue(name, flush),
      sessions: new Map(),
      logsTls: false,
      notifications: new Map(),
    };
    hosts.set(name, host);
    return host;
  };

  return {
    begin: (assumptions) => stamp.begin(assumptions),
    line(text) {
      if (!stamp.read(text) || !syslog.read(text, stamp.end, at)) return 'unknown';
      const service = at.program;
      // Cron, Dovecot, amavis: what others write into the same file.
      if (!at.hasSlash && service !== 'opendkim') return 'known';
      const idEnd = queueIdEnd(text, at.at);
      if (idEnd < 0) return withoutId(text, service);
      const here = hostOf(at.host);
      here.queue.sweep(stamp.time);
      const id = text.slice(at.at, idEnd);
      return DELIVERS.has(service)
        ? delivered(text, id, idEnd + 2, service, here)
        : told(text, id, idEnd + 2, service, here);
    },
    end() {
      for (const { queue } of hosts.values()) queue.end();
    },
    get open() {
      let open = 0;
      for (const { queue } of hosts.values()) open += queue.size;
      return open;
    },
  };

  function withoutId(text: string, service: string): 'known' {
    if (service !== 'smtp' && service !== 'lmtp') return 'known';
    const connection = tlsConnection(text.slice(at.at));
    if (connection === undefined) return 'known';
    const here = hostOf(at.host);
    here.logsTls = true;
    if (here.sessions.size >= MOST_REMEMBERED) here.sessions.clear();
    const { version = '', cipher = '', ...rest } = connection.tls;
    here.sessions.set(ownCopy(text.slice(at.pidAt, at.pidEnd)), {
      relay: ownCopy(connection.relay),
      tls: { version: ownCopy(version), cipher: ownCopy(cipher), ...rest },
    });
    return 'known';
  }

  function delivered(
    text: string,
    id: string,
    start: number,
    service: string,
    here: Host,
  ): 'event' | 'known' | 'unknown' {
    const line = deliveryLine(text, start);
    if (line === undefined) return ASIDE.test(text.slice(start, start + 200)) ? 'known' : 'unknown';
    const kind = kindOf(line.status, service);
    if (kind === undefined) return /^(?:un)?deliverable/.test(line.status) ? 'known' : 'unknown';
    const message = here.queue.find(id) ?? opened(id, here);
    message.lastSeen = stamp.time;
    const event = newEvent(kind);
    addDelivery(event, line, service, message);
    const tls = line.tls === undefined ? sessionTls(line, event, text, here) : tlsFromField(line.tls);
    if (tls !== undefined) event.tls = tls;
    remember(message, event);
    emit(message, event, here);
    return 'event';
  }

  function newEvent(kind: MailEvent['kind']): Draft {
    const event: Draft = { time: stamp.time, kind, source: 'postfix', ids: NO_IDS, recipientDomain: '', tags: NO_TAGS };
    if (stamp.assumed !== undefined) event.timeAssumed = stamp.assumed;
    return event;
  }

  function addDelivery(event: Draft, line: DeliveryLine, service: string, message: QueuedMessage): void {
    const reply = replyOf(line.reply);
    const relay = relayOf(line.relay);
    const hop = hopOf(relay, service, line.reply);
    const tried = message.deferred?.get(line.recipient)?.attempts ?? 0;
    event.recipient = line.recipient;
    event.recipientDomain = domainOf(line.recipient);
    if (relay.peer !== undefined) event.relay = relay.peer;
    if (hop !== undefined) event.hop = hop;
    event.delay = delayOf(line.delay, line.delays);
    event.attempt = reply.suspended ? tried : tried + 1;
    if (reply.code !== undefined) event.code = reply.code;
    event.enhancedCode = reply.enhancedCode ?? line.dsn;
    event.diagnostic = reply.text;
    if (reply.command !== undefined) event.command = reply.command;
  }

  /** What the process that delivered has logged of its connection. */
  function sessionTls(
    { relay, connectionUse }: DeliveryLine,
    event: Draft,
    text: string,
    here: Host,
  ): MailEvent['tls'] {
    if (event.hop !== 'mx' || event.code === undefined || !here.logsTls) return undefined;
    const session = here.sessions.get(text.slice(at.pidAt, at.pidEnd));
    if (session?.relay === relay) return session.tls;
    // A connection that is used again may have been opened by another process.
    return connectionUse === 1 ? false : undefined;
  }

  /** While a message is young, the line that names its sender, its id or its signature may still come. */
  function emit(message: QueuedMessage, event: Draft, here: Host): void {
    const { waiting, openedAt } = message;
    if (waiting !== undefined) waiting.push(event);
    else if (stamp.time - openedAt > HOLD) hand(message, event);
    else {
      message.waiting = [event];
      here.queue.hold(message);
    }
  }

  /** Hands on an event with all that has been told of its message by now. */
  function hand(message: QueuedMessage, event: Draft): void {
    const { messageId, from, envelopeFrom, size, dkim } = message;
    event.ids = message.ids ??=
      messageId === undefined
        ? { queue: message.queue, host: message.host }
        : { queue: message.queue, host: message.host, message: messageId };
    if (from !== undefined) event.from = from;
    if (envelopeFrom !== undefined) event.envelopeFrom = envelopeFrom;
    if (size !== undefined) event.size = size;
    if (dkim !== undefined) event.dkim = dkim;
    event.tags = message.tags;
    sink.event(event);
  }

  function flush(message: QueuedMessage): void {
    const { waiting } = message;
    if (waiting === undefined) return;
    message.waiting = undefined;
    for (const event of waiting) hand(message, event);
  }

  /** Keeps, for as long as a recipient waits, what the last attempt said. */
  function remember(message: QueuedMessage, event: Draft): void {
    const recipient = event.recipient ?? '';
    if (event.kind !== 'deferred') {
      message.deferred?.delete(recipient);
      return;
    }
    message.deferred ??= new Map();
    message.deferred.set(ownCopy(recipient), { attempts: event.attempt ?? 1, last: owned(event) });
  }

  function told(text: string, id: string, start: number, service: string, here: Host): 'event' | 'known' | 'unknown' {
    const line = messageLine(text, start, service);
    if (line === undefined) return service === 'smtpd' || service === 'cleanup' ? 'known' : 'unknown';
    if (line.kind === 'aside') return 'known';
    if (line.kind === 'notification') {
      announceNotification(line.queue, line.what, here);
      return 'event';
    }
    const present = here.queue.find(id);
    const message = present === undefined || isUsedAgain(present, line, stamp.time) ? opened(id, here) : present;
    message.lastSeen = stamp.time;
    if (line.kind === 'client')
      Object.assign(message, { client: line.client, tags: { ...message.tags, ...line.tags } });
    else if (line.kind === 'message-id') nameMessage(message, line.messageId);
    else if (line.kind === 'header') addHeader(message, line.name, line.value);
    else if (line.kind === 'dkim') (message.dkim ??= []).push({ domain: line.domain, selector: line.selector });
    else if (line.kind === 'sender') announce(message, line.envelopeFrom, line.size, here);
    else if (line.kind === 'expired') expire(message, line.envelopeFrom, here);
    else here.queue.remove(message, stamp.time);
    return 'event';
  }

  function opened(id: string, here: Host): QueuedMessage {
    const message = here.queue.open(id, stamp.time);
    const announced = here.notifications.get(id);
    if (announced === undefined) return message;
    here.notifications.delete(id);
    // The id of an announcement that nothing came of is used again some day.
    if (stamp.time - announced.time <= HOLD) message.tags = { notification: announced.what };
    return message;
  }

  function announceNotification(id: string, what: string, here: Host): void {
    const message = here.queue.find(id);
    if (message !== undefined && stamp.time - message.openedAt <= HOLD) {
      message.tags = { ...message.tags, notification: what };
      return;
    }
    if (here.notifications.size >= MOST_REMEMBERED) here.notifications.clear();
    here.notifications.set(ownCopy(id), { what, time: stamp.time });
  }

  function announce(message: QueuedMessage, envelopeFrom: string, size: number, here: Host): void {
    message.envelopeFrom ??= ownCopy(envelopeFrom);
    message.size ??= size;
    if (message.isAnnounced) return;
    message.isAnnounced = true;
    emit(message, newEvent('accepted'), here);
  }

  /** Nobody says to whom: to everybody who was still waiting. */
  function expire(message: QueuedMessage, envelopeFrom: string, here: Host): void {
    message.envelopeFrom ??= ownCopy(envelopeFrom);
    for (const { attempts, last } of message.deferred?.values() ?? []) {
      const event = newEvent('expired');
      const { recipient, code, enhancedCode, diagnostic, command } = last;
      if (recipient !== undefined) event.recipient = recipient;
      event.recipientDomain = last.recipientDomain;
      event.attempt = attempts;
      if (code !== undefined) event.code = code;
      if (enhancedCode !== undefined) event.enhancedCode = enhancedCode;
      if (diagnostic !== undefined) event.diagnostic = diagnostic;
      if (command !== undefined) event.command = command;
      emit(message, event, here);
    }
    message.deferred = undefined;
  }
}

function kindOf(status: string, service: string): MailEvent['kind'] | undefined {
  if (service === 'discard') return 'dropped';
  if (status === 'sent') return 'delivered';
  if (status === 'deferred' || status === 'SOFTBOUNCE') return 'deferred';
  return status === 'bounced' ? 'bounced' : undefined;
}

/** Whether a line begins a new message under an id that is still open. A line that only comes late does not. */
function isUsedAgain(
  message: QueuedMessage,
  line: Exclude<ReturnType<typeof messageLine>, undefined>,
  time: number,
): boolean {
  const isOld = time - message.openedAt > HOLD;
  if (line.kind === 'client') return message.client !== undefined || (message.isAnnounced && isOld);
  return line.kind === 'message-id' && message.messageId !== undefined && message.messageId !== line.messageId;
}

function nameMessage(message: QueuedMessage, messageId: string): void {
  message.messageId ??= messageId;
  message.ids = undefined;
}

function addHeader(message: QueuedMessage, name: string, value: string): void {
  if (name === 'from') message.from ??= value;
  else message.tags = { ...message.tags, [name]: value };
}

/** `a/b/c/d` of postconf(5), `delay_logging_resolution_limit`. */
function delayOf(total: string, parts: string): Delay {
  const a = parts.indexOf('/');
  const b = parts.indexOf('/', a + 1);
  const c = parts.indexOf('/', b + 1);
  if (c < 0) return { total: Number(total) };
  return {
    total: Number(total),
    before: Number(parts.slice(0, a)),
    queue: Number(parts.slice(a + 1, b)),
    connect: Number(parts.slice(b + 1, c)),
    transmit: Number(parts.slice(c + 1)),
  };
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domain.endsWith('.') ? domain.slice(0, -1) : domain;
}

/** An event that may be kept: its strings are its own. */
function owned(event: MailEvent): MailEvent {
  const { recipient, recipientDomain, diagnostic, enhancedCode, command } = event;
  return {
    ...event,
    ...(recipient === undefined ? {} : { recipient: ownCopy(recipient) }),
    recipientDomain: ownCopy(recipientDomain),
    ...(diagnostic === undefined ? {} : { diagnostic: ownCopy(diagnostic) }),
    ...(enhancedCode === undefined ? {} : { enhancedCode: ownCopy(enhancedCode) }),
    ...(command === undefined ? {} : { command: ownCopy(command) }),
  };
}
