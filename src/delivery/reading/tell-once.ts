import type { MailEvent } from '../../logs/event.ts';
import type { Delivered } from '../tally.ts';
import { newToldByLogs } from './told-by-logs.ts';

/** Takes an event, with what a log has told of its recipient where a mail tells it, and says where it counts. */
export type EventListener = (event: MailEvent, delivered?: Delivered) => Delivered | undefined | void;

/** Hands events on; those of mails that a log has told, to somebody else. */
export interface Teller {
  onEvent(event: MailEvent): void;
  readonly toldAgain: number;
  /** Events that mails alone tell. */
  readonly mailEvents: number;
}

interface Listeners {
  readonly onEvent: EventListener;
  readonly onToldAgain?: (event: MailEvent) => void;
}

/** `ofMails`: ids of the formats that are mails. Where no input is one, it is as if this were not here. */
export function tellOnce(ofMails: ReadonlySet<string>, hasMails: boolean, { onEvent, onToldAgain }: Listeners): Teller {
  const counts = { toldAgain: 0, mailEvents: 0 };
  if (!hasMails) return { onEvent, ...counts };
  const told = newToldByLogs();
  return {
    onEvent(event) {
      if (!ofMails.has(event.source)) {
        told.note(event, onEvent(event) ?? undefined);
        return;
      }
      if (told.isAgain(event)) {
        counts.toldAgain += 1;
        onToldAgain?.(event);
        return;
      }
      const delivered = told.deliveredTo(event);
      if (delivered === undefined) counts.mailEvents += 1;
      // Once it has moved somebody, another mail of it moves nobody.
      else told.note(event);
      onEvent(event, delivered);
    },
    get toldAgain() {
      return counts.toldAgain;
    },
    get mailEvents() {
      return counts.mailEvents;
    },
  };
}
