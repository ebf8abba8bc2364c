import { addressDomain } from '../../protocols/address-parts.ts';
import { type Block, textOf } from '../block.ts';
import type { EventSink, LineReader } from '../format.ts';
import { hashOf } from '../literal.ts';
import { spanNames } from '../span-cache.ts';
import { BETWEEN } from '../syslog/between.ts';
import { innerHeadReader } from '../syslog/inner-head.ts';
import { newSyslogLine, syslogReader } from '../syslog/line.ts';
import { processId } from '../syslog/process-id.ts';
import { stampReader } from '../syslog/stamp-reader.ts';
import { deliveries, newEvent } from './delivery.ts';
import { namesRecipient, newDeliveryLine, readDelivery } from './delivery-line.ts';
import { rememberDelivery } from './deferred.ts';
import { handingTo } from './handing.ts';
import { goOn, inherit, messageUnder, nextId } from './lineage.ts';
import { type Machine, machines, rememberSession, sessionTls } from './machine.ts';
import type { QueuedMessage } from './message.ts';
import { messageLineReader, newMessageLine } from './message-line.ts';
import { newQueueId, readQueueId } from './queue-id.ts';
import { type Role, roleIn, serviceOf } from './roles.ts';
import { isOutside } from './relay.ts';
import { readShortDelivery } from './short-delivery.ts';
import { announceNotification, isUsedAgain, learn, recallNotification } from './telling.ts';
import { tlsConnectionReader } from './tls.ts';
import { newTold } from './told.ts';

type Understood = 'event' | 'known' | 'unknown';
const SMALL_A = 0x61;
/** A delivery behind something that is no queue id. */
const LOST_DELIVERY = /^(?:\S+ )?\S+: ?to=.* status=/;
const LOST_SENDER = /^\S+: ?from=/;
/** What docker compose hands on of other services, and of this one before its syslog runs: no line of syslog at all. */
const OF_CONTAINERS =
  // oxlint-disable-next-line no-control-regex -- it is the escape character that is meant
  /^(?:Attaching to [\w., -]+|(?:\u001B\[[\d;]*m)?[\w.-]{1,64} *\| ?(?:\u001B\[[\d;]*m)?(?!.*\bpostfix[\w.-]{0,64}\/[\w/-]{1,64}\[\d).*)$/;

/** Reads Postfix's lines where they lie in a block. What is open is kept for each machine. */
export function postfixReader(sink: EventSink): LineReader {
  const stamp = stampReader();
  const syslog = syslogReader(serviceOf);
  const inner = innerHeadReader(serviceOf);
  const place = newSyslogLine(serviceOf(''));
  const id = newQueueId();
  const { hand, flush } = handingTo(sink);
  const known = machines(flush);
  const line = newDeliveryLine();
  const delivery = deliveries();
  const found = newMessageLine();
  const messageLine = messageLineReader(found);
  const tlsConnection = tlsConnectionReader();
  const senders = spanNames();
  const told = newTold();
  let repeated = 0;

  return {
    begin(assumptions) {
      stamp.begin(assumptions);
      told.begin();
    },
    line(block, start, end) {
      if (!stamp.read(block, start, end) || !syslog.read(block, stamp.end, place, end))
        return isAside(textOf(block, start, end).trim()) ? 'known' : 'unknown';
      let { role } = place.program;
      if (role === 'foreign' || role === 'aside') {
        // `journal: postfix/smtp[7]: …`: what carries lines puts a tag of its own before theirs.
        if (inner(block, place, end)) ({ role } = place.program);
        if (role === 'foreign') return 'known';
      }
      if (!readQueueId(block, place.at, id) || id.end >= end)
        return role === 'delivery' ? connected(block, end) : lost(block, end, role);
      if (role === 'unit' || role === 'aside') role = roleIn(block, id.end + 2);
      const machine = known.named(place.host);
      machine.queue.sweep(stamp.time);
      return role === 'delivery' ? delivered(block, end, machine) : tells(block, end, role, machine);
    },
    end() {
      for (const { queue } of known.all()) queue.end();
    },
    open() {
      let open = 0;
      for (const { queue } of known.all()) open += queue.size();
      return open;
    },
    repeated() {
      return repeated;
    },
  };

  /** A line of a delivery agent without a queue id: it may tell of its connection. */
  function connected(block: Block, end: number): Understood {
    // `connect to mx.example[192.0.2.1]:25: …`: nothing that tells begins with a small letter.
    if ((block.bytes[place.at] ?? 0) >= SMALL_A) return 'known';
    const connection = tlsConnection(block, place.at, end);
    if (connection === null) return LOST_DELIVERY.test(textOf(block, place.at, end)) ? 'unknown' : 'known';
    rememberSession(known.named(place.host), processId(block, place), connection);
    return 'known';
  }

  function lost(block: Block, end: number, role: Role): Understood {
    return role === 'queue manager' && LOST_SENDER.test(textOf(block, place.at, end)) ? 'unknown' : 'known';
  }

  function delivered(block: Block, end: number, machine: Machine): Understood {
    const start = id.end + 2;
    if (!readDelivery(block, start, end, line)) {
      if (!namesRecipient(block, start)) return 'known';
      if (!readShortDelivery(block, start, end, line)) return 'unknown';
    }
    const kind = delivery.kindOf(block, line, place.program.name);
    if (kind === undefined) return 'unknown';
    const message = machine.queue.find(id) ?? opened(block, machine);
    message.lastSeen = stamp.time;
    if (kind === 'probe') {
      // Nobody sends it: it was never accepted either.
      message.waiting = undefined;
      message.waitingToo = undefined;
      return 'known';
    }
    if (isRepeated(machine, message, hashOf(block, start, line.relayAt), kind)) return 'known';
    const event = newEvent(kind, stamp.time, stamp.assumed);
    const relay = delivery.fill(event, block, line, place.program.name, message);
    if (line.tlsEnd === line.tlsAt && isOutside(relay) && event.code !== undefined)
      event.tls = sessionTls(machine, processId(block, place), relay.text, line.connectionUse, message);
    if (event.hop === 'relay' && event.kind === 'delivered') passOn(machine, message, event.diagnostic ?? '');
    rememberDelivery(message, event);
    hand(machine, message, event);
    return 'event';
  }

  function tells(block: Block, end: number, role: Role, machine: Machine): Understood {
    const kind = messageLine(block, id.end + 2, end, role);
    // Others than delivery agents tell of recipients too: qmgr until 2.3 of those it holds back, cleanup of those it refuses.
    if (kind === 'aside') return namesRecipient(block, id.end + 2) ? delivered(block, end, machine) : 'known';
    if (kind === 'unknown') return 'unknown';
    if (kind === 'notification') {
      announceNotification(machine, found.queue, found.what, stamp.time);
      return 'event';
    }
    const present = machine.queue.find(id);
    const isNew = present === undefined || isUsedAgain(present, kind, found, stamp.time);
    const message = isNew ? opened(block, machine) : present;
    message.lastSeen = stamp.time;
    if (kind === 'removed') {
      // The queue manager is done with everybody by then; an administrator who deletes a message (postsuper -d) is not.
      if (role === 'postsuper') message.ending ??= newEvent('dropped', stamp.time, stamp.assumed);
      machine.queue.remove(message, stamp.time);
    } else if (kind === 'discarded') {
      discarded(machine, message);
    } else if (kind === 'sender' || kind === 'expired') {
      if (found.fromEnd >= 0) message.envelopeFrom ??= senders(block, found.fromAt, found.fromEnd);
      if (kind === 'sender') announce(machine, message, found.size);
      else message.ending ??= newEvent('expired', stamp.time, stamp.assumed);
    } else {
      if (found.originEnd > found.originAt && (kind === 'client' || kind === 'requeued'))
        succeed(machine, message, block, kind);
      learn(message, kind, found);
    }
    return 'event';
  }

  /** Whoever handed it in was told that it was taken. */
  function discarded(machine: Machine, message: QueuedMessage): void {
    const { envelopeFrom, recipient, why } = found.discarded ?? {};
    message.envelopeFrom ??= envelopeFrom;
    const event = newEvent('dropped', stamp.time, stamp.assumed);
    event.recipient = recipient;
    event.recipientDomain = addressDomain(recipient ?? '');
    event.diagnostic = why;
    if (!isRepeated(machine, message, 0, 'dropped')) hand(machine, message, event);
    machine.queue.remove(message, stamp.time);
  }

  /** It says under which id it was before: a filter hands it back (XFORWARD), or it was queued anew. */
  function succeed(machine: Machine, message: QueuedMessage, block: Block, kind: 'client' | 'requeued'): void {
    const before = messageUnder(machine, textOf(block, found.originAt, found.originEnd));
    if (before === undefined || before === message) return;
    if (kind === 'client') {
      inherit(message, before);
      return;
    }
    flush(before);
    goOn(message, before);
    machine.queue.remove(before, stamp.time);
  }

  /** A filter or an alias says under which id it goes on, where the new message itself does not say where it comes from. */
  function passOn(machine: Machine, message: QueuedMessage, reply: string): void {
    const named = nextId(reply);
    const next = named === undefined ? undefined : messageUnder(machine, named);
    if (next !== undefined && next.messageId === message.messageId) inherit(next, message);
  }

  function opened(block: Block, machine: Machine): QueuedMessage {
    const message = machine.queue.open(block, id, stamp.time);
    recallNotification(machine, message);
    return message;
  }

  function announce(machine: Machine, message: QueuedMessage, size: number): void {
    if (size >= 0) message.size ??= size;
    if (message.isAnnounced) return;
    message.isAnnounced = true;
    if (isRepeated(machine, message, 0, 'accepted')) return;
    hand(machine, message, newEvent('accepted', stamp.time, stamp.assumed));
  }

  function isRepeated(machine: Machine, message: QueuedMessage, who: number, kind: string): boolean {
    if (!told.again(machine, message, who, kind, stamp.time)) return false;
    repeated += 1;
    return true;
  }
}

const isAside = (text: string): boolean => BETWEEN.test(text) || OF_CONTAINERS.test(text);
