/** A line of FortiMail's log. */
export interface FortimailLine {
  /** `event` of `smtp` tells of deliveries, in the words of the sendmail within. */
  readonly isMail: boolean;
  /** `2026-11-09 08:00:00.123`; undefined where the line has a stamp before its fields only. */
  readonly stamp: string | undefined;
  readonly device: string;
  /** Two queue ids: of the message as it came, and as it goes. */
  readonly session: string;
  readonly said: string;
}

/** `date=2026-11-09 time=08:00:00.123 device_id=FE… log_id=… type=event subtype=smtp pri=information … msg="…"` */
const LINE = /\blog_id="?\d+"? type="?([a-z]+)"? (?:subtype="?([\w-]+)"? )?/;
const DATE = /\bdate="?(\d{4}-\d\d-\d\d)"?,? time="?(\d\d:\d\d:\d\d(?:\.\d+)?)"?/;
const DEVICE = /\bdevice_id="?([\w.-]+)"?/;
const SESSION = /\bsession_id="?([\w-]+)"?/;
const MESSAGE = /\bmsg="(.*)"\s*$/;

export function fortimailLine(text: string): FortimailLine | undefined {
  const match = LINE.exec(text);
  if (match === null) return undefined;
  const date = DATE.exec(text);
  return {
    isMail: match[1] === 'event' && match[2] === 'smtp',
    stamp: date === null ? undefined : `${date[1]} ${date[2]}`,
    device: DEVICE.exec(text)?.[1] ?? '',
    session: SESSION.exec(text)?.[1] ?? '',
    said: MESSAGE.exec(text)?.[1] ?? '',
  };
}

/** `stat=User unknown(Reason from remote:550 5.1.1 …)`: sendmail’s own word, and what the other server said. */
const REASON = /, stat=(Deferred\b)?[^(]*\(Reason from remote: ?(.*)\)$/;

/** The same as sendmail would have written it; undefined where it says nothing of a message or of TLS. */
export function asSendmail({ device, session, said }: FortimailLine, stamp: string): string | undefined {
  if (!/^(?:from|to)=|^STARTTLS=client/.test(said)) return undefined;
  const head = `${stamp}${device === '' ? '' : ` ${device}`} sendmail[${session === '' ? '0' : session}]: `;
  if (said.startsWith('STARTTLS')) return `${head}${said}`;
  const id = session.split('-')[0] ?? '';
  const words = said.replace(REASON, (_, deferred: string | undefined, reply: string) =>
    deferred === undefined ? `, stat=${reply}` : `, stat=Deferred: ${reply}`,
  );
  return id === '' ? undefined : `${head}${id}: ${words}`;
}
