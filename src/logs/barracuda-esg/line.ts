/** A line of the mail syslog: a message that was let through, or what became of it. */
export type BarracudaLine =
  | {
      readonly kind: 'scan';
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly action: number;
      readonly size: number | undefined;
    }
  | {
      readonly kind: 'send';
      readonly id: string;
      readonly isEncrypted: boolean;
      readonly action: number;
      readonly said: string;
      /** `mx.example.net[198.51.100.7]:25`; empty in older versions. */
      readonly peer: string;
    }
  /** Refused at the door. */
  | { readonly kind: 'received' };

const ID = String.raw`(\d{10}-[\da-f]{8,16}-\w{4,12})`;
/** `host[ip] id start end SCAN ENC from to score action reason extra SZ:18402 SUBJ:…` */
const SCAN = new RegExp(
  String.raw`^[^\s[]{0,255}\[[^\]]{0,64}\] ${ID} \d+ \d+ SCAN \S+ (\S+) (\S+) \S+ (\d{1,2}) \S+ (?:.*? )?(?:SZ:(\d{1,15})\b|$)`,
);
/** `ip id 0 0 SEND ENC action queue-id response #to#mx.example.net[198.51.100.7]:25` */
const SEND = new RegExp(String.raw`^(?:\S{1,64} )?${ID} \d+ \d+ SEND (\S+) (\d) \S+ ?(.*)$`);
const RECEIVED = new RegExp(String.raw`^[^\s[]{0,255}\[[^\]]{0,64}\] ${ID} \d+ \d+ RECV `);
const TO = ' #to#';
/** Characters looked at. Stops a subject without an end. */
const LOOKED_AT = 8192;

/** Undefined where the line is about no message. */
export function barracudaLine(text: string): BarracudaLine | undefined {
  const line = text.slice(0, LOOKED_AT);
  const scan = SCAN.exec(line);
  if (scan !== null) {
    const [, id = '', from = '', to = '', action, size] = scan;
    return {
      kind: 'scan',
      id,
      from: from === '-' ? '' : from,
      to: to === '-' ? '' : to,
      action: Number(action),
      size: size === undefined ? undefined : Number(size),
    };
  }
  const send = SEND.exec(line);
  if (send === null) return RECEIVED.test(line) ? { kind: 'received' } : undefined;
  const [, id = '', encryption, action, rest = ''] = send;
  const at = rest.startsWith(TO.slice(1)) ? 0 : rest.lastIndexOf(TO);
  return {
    kind: 'send',
    id,
    isEncrypted: encryption === 'ENC',
    action: Number(action),
    said: at === -1 ? rest.trimEnd() : rest.slice(0, at).trimEnd(),
    peer: at === -1 ? '' : rest.slice(rest.indexOf('#to#', at) + TO.length - 1).trim(),
  };
}
