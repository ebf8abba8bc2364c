import { ownCopy } from '../../core/own-copy.ts';
import type { Draft, MailEvent } from '../event.ts';

/** What was said at an attempt, as far as a give-up without words has it from there. */
export type LastWord = Pick<MailEvent, 'code' | 'enhancedCode' | 'command' | 'diagnostic' | 'relay' | 'hop'>;

/**
 * The last word as it may be kept: its strings are its own. Who defers a message says the same again and again, and what
 * it said `before` is kept for it.
 */
export function lastWordOf(event: MailEvent, before: LastWord | undefined): LastWord {
  const { code, enhancedCode, command, diagnostic, relay, hop } = event;
  return {
    code,
    enhancedCode: kept(enhancedCode, before?.enhancedCode),
    command: kept(command, before?.command),
    diagnostic: kept(diagnostic, before?.diagnostic),
    relay: relay === undefined ? undefined : keptPeer(relay, before?.relay),
    hop,
  };
}

/** What was said last, where the end itself says nothing. */
export function tellLastWord(event: Draft, last: LastWord): void {
  const { code, enhancedCode, command, diagnostic, relay, hop } = last;
  if (code !== undefined) event.code = code;
  if (enhancedCode !== undefined) event.enhancedCode = enhancedCode;
  if (command !== undefined) event.command = command;
  if (diagnostic !== undefined) event.diagnostic = diagnostic;
  if (event.relay === undefined && relay !== undefined) event.relay = relay;
  if (event.hop === undefined && hop !== undefined) event.hop = hop;
}

function kept(text: string | undefined, before: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text === before ? before : ownCopy(text);
}

type Peer = NonNullable<MailEvent['relay']>;
function keptPeer({ host, ip, port }: Peer, before: Peer | undefined): Peer {
  if (before !== undefined && before.host === host && before.ip === ip && before.port === port) return before;
  return {
    ...(host === undefined ? {} : { host: ownCopy(host) }),
    ...(ip === undefined ? {} : { ip: ownCopy(ip) }),
    ...(port === undefined ? {} : { port }),
  };
}
