/** What a line of Courier says of a message, or of one recipient of it. */
export type Told =
  | { readonly kind: 'new'; readonly id: string; readonly from: string }
  | { readonly kind: 'started'; readonly id: string; readonly module: string; readonly recipient: Recipient }
  | { readonly kind: 'said'; readonly id: string; readonly recipient: Recipient; readonly text: string }
  | { readonly kind: 'took'; readonly id: string; readonly recipient: Recipient; readonly by: string }
  | { readonly kind: 'status'; readonly id: string; readonly recipient: Recipient; readonly status: Status }
  | { readonly kind: 'completed'; readonly id: string };
export type Status = 'success' | 'deferred' | 'failure';

interface Recipient {
  readonly from: string;
  readonly address: string;
  readonly size: number | undefined;
}

/** `0000000000168091.000000006B0B8B93.000063DF`: inode, time and process in hex; short in older versions. */
const ID = String.raw`id=([\dA-Fa-f]{1,32}(?:\.[\dA-Fa-f]{1,32}){2})`;
const NEW = new RegExp(String.raw`^newmsg,${ID}: (.*)$`);
const STARTED = new RegExp(String.raw`^started,${ID},from=<([^>]*)>,module=(\w+),host=[^>]*,addr=<([^>]*)>$`);
const COMPLETED = new RegExp(String.raw`^completed,${ID}$`);
const OF_RECIPIENT = new RegExp(
  String.raw`^${ID},from=<([^>]*)>,addr=<([^>]*)>(?:,size=(\d+))?(: |,success: |,status: )(.*)$`,
);
const STATUS = /^(?:success|deferred|failure)$/;

/** Reads a line behind its tag; undefined where it tells nothing of a message. */
export function toldBy(text: string): Told | undefined {
  const about = OF_RECIPIENT.exec(text);
  if (about !== null) {
    const [, id = '', from = '', address = '', size, between, rest = ''] = about;
    const recipient = { from, address, size: size === undefined ? undefined : Number(size) };
    if (between === ': ') return { kind: 'said', id, recipient, text: rest };
    if (between === ',success: ') return { kind: 'took', id, recipient, by: rest };
    return STATUS.test(rest) ? { kind: 'status', id, recipient, status: rest as Status } : undefined;
  }
  const started = STARTED.exec(text);
  if (started !== null) {
    const [, id = '', from = '', module = '', address = ''] = started;
    return { kind: 'started', id, module, recipient: { from, address, size: undefined } };
  }
  const begun = NEW.exec(text);
  if (begun !== null) return { kind: 'new', id: begun[1] ?? '', from: begun[2] ?? '' };
  const completed = COMPLETED.exec(text);
  return completed === null ? undefined : { kind: 'completed', id: completed[1] ?? '' };
}
