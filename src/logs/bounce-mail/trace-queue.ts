import type { MailField } from '../../mail/header.ts';
import { messageIdEnd } from '../exim/message-id.ts';

/** `by mx.example with esmtps (Exim 4.97) … id 1rmG7E-00000000BCd-0a1b`, `by mx.example (Postfix) with ESMTP id 4Zx1a`. */
const BY = /\bby\s+([\w.-]{1,255})[\s;]/i;
const ID = /\sid\s+<?([\w-]{6,64})>?(?=[\s;]|$)/i;
const BY_POSTFIX = /\(Postfix\b/i;

/** A queue id, and the host in whose queue it is. */
export interface TraceQueue {
  readonly queue: string;
  readonly host: string;
}

/**
 * The queue of the server that sent a message back, by the first line of its trace (RFC 5321 §4.4): it is where the message
 * came to a stop. Exim names its id nowhere else. Undefined where another server than `reporter` wrote that line, or one
 * whose ids stand in no log that is read here.
 */
export function traceQueue(fields: readonly MailField[], reporter: string | undefined): TraceQueue | undefined {
  const line = fields.find(({ name }) => name === 'received')?.value;
  if (line === undefined) return undefined;
  const [host, queue] = [BY.exec(line)?.[1]?.toLowerCase(), ID.exec(line)?.[1]];
  if (host === undefined || queue === undefined) return undefined;
  if (reporter !== undefined && reporter.toLowerCase() !== host) return undefined;
  const isExim = messageIdEnd(queue, 0) === queue.length;
  return isExim || (BY_POSTFIX.test(line) && !queue.includes('-')) ? { queue, host } : undefined;
}
