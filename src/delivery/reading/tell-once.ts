import type { MailEvent } from '../../logs/event.ts';
import { newToldByLogs } from './told-by-logs.ts';

/** Hands events on; those of mails that a log has told, to somebody else. */
export interface Teller {
  onEvent(event: MailEvent): void;
  readonly toldAgain: number;
  /** Events that mails alone tell. */
  readonly mailEvents: number;
}

interface Listeners {
  readonly onEvent: (event: MailEvent) => void;
  readonly onToldAgain?: (event: MailEvent) => void;
}

/** `ofMails`: ids of the formats that are mails. Where no input is one, it is as if this were not here. */
export function tellOnce(ofMails: ReadonlySet<string>, hasMails: boolean, { onEvent, onToldAgain }: Listeners): Teller {
  const counts = { toldAgain: 0, mailEvents: 0 };
  if (!hasMails) return { onEvent, ...counts };
  const told = newToldByLogs();
  return {
    onEvent(event) {
      if (!ofMails.has(event.source)) told.note(event);
      else if (told.isAgain(event)) {
        counts.toldAgain += 1;
        onToldAgain?.(event);
        return;
      } else counts.mailEvents += 1;
      onEvent(event);
    },
    get toldAgain() {
      return counts.toldAgain;
    },
    get mailEvents() {
      return counts.mailEvents;
    },
  };
}
