import { type Block, byteAt } from '../block.ts';
import { type Literal, literalAt } from '../literal.ts';
import { decimalAt } from './decimal.ts';
import { CONNECTION_USE, DELAY, DELAYS, DSN, RELAY, STATUS, TLS } from './delivery-fields.ts';
import { type DeliveryLine, setRecipient, setReply } from './delivery-line.ts';

const COMMA = 0x2c;
const TO_LENGTH = 'to='.length;

/**
 * Reads a delivery of which fields were left out, by a template, a filter for privacy or whoever posted it: `to=<…>,
 * status=sent (250 ok)`; or were put further apart. False where there is no status.
 */
export function readShortDelivery(block: Block, start: number, end: number, into: DeliveryLine): boolean {
  const status = literalAt(block, STATUS, start, end);
  if (status < 0) return false;
  const valueOf = (name: Literal): { readonly at: number; readonly end: number } => {
    const found = literalAt(block, name, start, status + 1);
    if (found < 0) return { at: status, end: status };
    const at = found + name.length;
    return { at, end: byteAt(block, COMMA, at, status) };
  };
  const [relay, delays, tls, dsn] = [valueOf(RELAY), valueOf(DELAYS), valueOf(TLS), valueOf(DSN)];
  const [use, delay] = [valueOf(CONNECTION_USE), valueOf(DELAY)];
  into.relayAt = relay.at;
  into.relayEnd = relay.end;
  into.delaysAt = delays.at;
  into.delaysEnd = delays.end;
  into.tlsAt = tls.at;
  into.tlsEnd = tls.end;
  into.dsnAt = dsn.at;
  into.dsnEnd = dsn.end;
  into.connectionUse = use.end > use.at ? decimalAt(block, use.at, use.end) : 1;
  into.delay = decimalAt(block, delay.at, delay.end);
  into.statusAt = status + STATUS.length;
  // A quoted recipient may have commas of its own: all before the first field names him.
  const comma = byteAt(block, COMMA, start, end);
  const first = literalAt(block, RELAY, start, status + 1);
  setRecipient(block, start + TO_LENGTH, comma, first < 0 ? comma : lastComma(block, first, start), into);
  setReply(block, end, into);
  return true;
}

/** The last comma before a place; the place where there is none. */
function lastComma({ bytes }: Block, before: number, start: number): number {
  for (let at = before; at >= start; at -= 1) if (bytes[at] === COMMA) return at;
  return before;
}
