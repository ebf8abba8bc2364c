import { ownCopy } from '../../core/own-copy.ts';
import type { Draft } from '../event.ts';
import { makeRoom } from '../make-room.ts';
import type { OpenMail } from '../mta/open-mails.ts';

interface Held {
  readonly mail: OpenMail;
  readonly event: Draft;
}

/** Failed attempts of which it is not told yet whether there will be another. */
export interface HeldFailures {
  add(mail: OpenMail, event: Draft): void;
  take(mail: OpenMail, recipient: string): Draft | undefined;
  /** All of a message. */
  takeAll(mail: OpenMail): readonly Draft[];
  all(): readonly Held[];
}

/** Messages between an attempt and what follows from it. Stops a log without the lines that follow; the oldest are told. */
const MOST = 10_000;

export function heldFailures(tooOld: (mail: OpenMail, event: Draft) => void): HeldFailures {
  const held = new Map<OpenMail, Map<string, Draft>>();
  const letGo = (mail: OpenMail): void => {
    for (const event of held.get(mail)?.values() ?? []) tooOld(mail, event);
    held.delete(mail);
  };
  return {
    add(mail, event) {
      let events = held.get(mail);
      if (events === undefined) {
        makeRoom(held, MOST, letGo);
        events = new Map();
        held.set(mail, events);
      }
      const recipient = ownCopy(event.recipient ?? '');
      const before = events.get(recipient);
      if (before !== undefined) tooOld(mail, before);
      events.set(recipient, event);
    },
    take(mail, recipient) {
      const events = held.get(mail);
      const event = events?.get(recipient);
      events?.delete(recipient);
      if (events?.size === 0) held.delete(mail);
      return event;
    },
    takeAll(mail) {
      const events = [...(held.get(mail)?.values() ?? [])];
      held.delete(mail);
      return events;
    },
    all: () => [...held].flatMap(([mail, events]) => [...events.values()].map((event) => ({ mail, event }))),
  };
}
