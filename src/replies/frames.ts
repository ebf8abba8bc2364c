/** What a sending server puts around a reply that it quotes: a host and an address that say nothing about the refusal. */
interface Frame {
  /** A text without which it does not stand there: most replies have none, and to look for each frame is dear. */
  readonly telling: string;
  /** Without case. Of what the frames before it left. */
  readonly pattern: string;
}

/** In the order in which they are tried at one place. In a cluster, hosts and addresses are `<host>`, `<ip>`, `<address>`. */
const FRAMES: readonly Frame[] = [
  // Postfix: `delivery temporarily suspended: connect to …`
  { telling: 'suspended', pattern: String.raw`^delivery temporarily suspended: (?!host )` },
  // A delivery report's Status with its words, before the reply itself: `5.1.1 - Bad destination mailbox address 550 …`
  { telling: ' - ', pattern: String.raw`^(?:smtp; ?)?[45]\.\d\.\d - [A-Z][\w ]{2,40}? (?=[45]\d\d\b)` },
  // Postfix, of a greeting: `connect to mx.example.com[192.0.2.1]: server refused to talk to me: 554 …`
  {
    telling: 'refused to talk',
    pattern: String.raw`^(?:connect to \S+ ?\S*: server )?refused to talk to me: `,
  },
  // Postfix: `host mx.example.com[192.0.2.1] said: 550 …`
  { telling: 'host', pattern: String.raw`(?:^|.*?[\s>])host \S+ ?\S* (?:said|refused to talk to me): ` },
  // qmail: `Remote host said: 550 …`; Exchange: `Remote Server at example.com (192.0.2.1) returned '550 …`
  {
    telling: 'remote',
    pattern: String.raw`^.*?Remote (?:host|server)(?: at \S+ \S+)? (?:said: |returned '?)`,
  },
  { telling: 'responded with', pattern: String.raw`^.*?IP address responded with: "?` },
  // Postfix' own log of what it refuses: `NOQUEUE: reject: RCPT from unknown[192.0.2.1]: 550 …`
  { telling: 'reject:', pattern: String.raw`^.{0,60}?\breject: [\w-]+ from \S+: ` },
  // Exim: `rejected RCPT <a@example.com>: …`
  { telling: 'rejected ', pattern: String.raw`^.{0,200}?\brejected (?:RCPT|MAIL|DATA)(?: <address>)?: ` },
  // Gmail: `The response from the remote server was: 550 …`
  { telling: 'remote', pattern: String.raw`^.*?response from the remote server was: ?` },
  // Exim: `SMTP error from remote mail server after RCPT TO:<a@example.com>: host mx.example.com [192.0.2.1]: 550 …`
  {
    telling: 'remote',
    pattern: String.raw`^.*?[LS]MTP error from remote mail ?(?:server|er) after [^:]*?(?::? ?<address>)?[^:]*: (?:host \S+ \S*\]:? )?`,
  },
  // A host alone: `host mx.example.com [192.0.2.1] 550 …`
  { telling: 'host', pattern: String.raw`^host (?:<host>|\S+\.\S+) \S+ ` },
  // Exim, giving up: `retry timeout exceeded++ all hosts for 'example.com' have been failing for a long time`
  { telling: 'all hosts for', pattern: String.raw`(?::? ?retry timeout exceeded)?\+\+ all hosts for .*` },
  { telling: 'retry timeout', pattern: String.raw`: retry timeout exceeded$` },
  // qmail, giving up.
  {
    telling: 'not going',
    pattern: String.raw`,? ?I'm not going to try again; this message has been in the queue too long\.?`,
  },
  // Postfix, behind the reply: `… (in reply to RCPT TO command)`
  { telling: 'in reply', pattern: String.raw`\s*\(in reply to [\w\s-]+?(?:command)?\)` },
];

const FRAMED = new RegExp([...new Set(FRAMES.map(({ telling }) => telling))].join('|'), 'i');
const ALL = new RegExp(FRAMES.map(({ pattern }) => pattern).join('|'), 'gi');
/** Where a frame is all there is, it is the reply. */
const SAYS_SOMETHING = /[A-Za-z\u0080-\uffff]/;

/** A cluster without the frames around it. */
export function withoutFrame(cluster: string): string {
  if (!FRAMED.test(cluster)) return cluster;
  const bare = cluster.replaceAll(ALL, '');
  return SAYS_SOMETHING.test(bare) ? bare : cluster;
}
