import type { Draft, MailEvent } from '../event.ts';
import { addReply, hopTo } from '../mta/said.ts';

type Relay = NonNullable<MailEvent['relay']>;

/** `mx.example.net[198.51.100.7]:25`, `[198.51.100.7]`. */
const PEER = /^([^\s[\]]*)\[([\da-f.:]+)\](?::(\d{1,5}))?$/i;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)$/i;
/** What the smtp client says, which is Postfix's. */
const SAID =
  /^host ([^\s[]+\[[^\]]+\](?::\d+)?) (?:said|refused to talk to me): (.*?)(?: \(in reply to (.{1,40}) command\))?$/;
const UNREACHED = /^(?:connect to|conversation with|lost connection with) ([^\s[]+\[[^\]]+\](?::\d+)?)/;

/** Writes down what was answered, and by whom. */
export function addAnswer(event: Draft, said: string, peer: string): void {
  const [, host, reply, command] = SAID.exec(said) ?? [];
  addReply(event, reply ?? said);
  if (command !== undefined && event.kind !== 'delivered') event.command = command;
  const relay = relayIn(peer) ?? relayIn(host ?? UNREACHED.exec(said)?.[1] ?? '');
  if (relay === undefined) return;
  event.relay = relay;
  event.hop = hopTo(relay.ip, relay.port);
}

function relayIn(text: string): Relay | undefined {
  if (text === '') return undefined;
  if (ADDRESS.test(text)) return { ip: text };
  const [, host = '', ip, port] = PEER.exec(text) ?? [];
  if (ip === undefined) return /[\s[\]]/.test(text) ? undefined : { host: text };
  return { ...(host === '' ? {} : { host }), ip, ...(port === undefined ? {} : { port: Number(port) }) };
}
