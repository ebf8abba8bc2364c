/** A line of the mail log: a message that came in, or what became of one of its recipients. */
export interface Told {
  readonly isSent: boolean;
  readonly queue: string;
  /** By name; brackets are taken off. */
  readonly fields: ReadonlyMap<string, string>;
}

const HEAD = /^(Recv|Sent): Queue-ID: ([\da-f]{8}-[\da-f]{8})\b ?(?:, ?)?/i;
/** The names of fields: what lies between two of them is the first one's, commas and all. */
const NAMES =
  /(?:^|, ?)(Service|From|To|Size|User|Sender-Host|SSL|Subject|Msg-Id|Recipient|Result|Status|Remote-Host|Report): ?/g;
/** Fields of a line. Stops a subject that is made of names. */
const MOST_FIELDS = 32;

/** `Sent: Queue-ID: 63073369-00000003, Recipient: <…>, Result: delayed, Status: 4.4.1 Cannot connect to host, …`. */
export function toldBy(text: string): Told | undefined {
  const head = HEAD.exec(text);
  if (head === null) return undefined;
  const rest = text.slice(head[0].length);
  const fields = new Map<string, string>();
  let name: string | undefined;
  let from = 0;
  for (const match of rest.matchAll(NAMES)) {
    set(fields, name, rest.slice(from, match.index));
    name = match[1];
    from = match.index + match[0].length;
    // A subject may say anything; the only field behind it is the last one of its name.
    if (name === 'Subject') {
      const last = rest.lastIndexOf(', Msg-Id: ');
      set(fields, name, rest.slice(from, last < from ? undefined : last));
      [name, from] = last < from ? [undefined, rest.length] : ['Msg-Id', last + ', Msg-Id: '.length];
      break;
    }
    if (fields.size >= MOST_FIELDS) break;
  }
  set(fields, name, rest.slice(from));
  return { isSent: head[1]?.toLowerCase() === 'sent', queue: head[2] ?? '', fields };
}

/** The first of its kind counts. */
function set(fields: Map<string, string>, name: string | undefined, value: string): void {
  if (name !== undefined && !fields.has(name)) fields.set(name, value.trim());
}

/** `<anna@example.com>`; empty for the null reverse-path. */
export const bare = (address: string): string =>
  address.startsWith('<') && address.endsWith('>') ? address.slice(1, -1) : address;

/** `<a@example.com>, <b@example.com>`. Stops a line that is a list. */
const MOST_RECIPIENTS = 5000;
export const recipientsIn = (list: string): string[] =>
  list
    .split(/, ?(?=<)/, MOST_RECIPIENTS)
    .map((one) => bare(one.trim()))
    .filter((one) => one !== '');
