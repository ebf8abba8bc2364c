import type { Draft } from '../event.ts';
import type { JsonObject } from '../format.ts';
import { countOf } from '../json/fields.ts';
import { textAt } from '../json/at.ts';
import { addReply, hopTo } from '../mta/said.ts';
import { endpointIn, hostIn } from './line.ts';

/** What remote deliveries put before the other server's words. */
const SAID = /^\S{1,255} said: /;
const STATUS = /^[245]\.\d{1,3}\.\d{1,3}$/;
/** Of a smart host, or of a server for mailboxes; older versions have the names without `target.`. */
const TO_SMART_HOST = /^(?:target\.smtp|smtp_downstream)$/;
const TO_MAILBOXES = /^(?:target\.lmtp|lmtp_downstream)$/;

/**
 * Writes down what a failed attempt tells. A code counts only where a server said it: maddy gives one to each failure of its
 * own as well, to be able to tell the sender.
 */
export function addFailure(event: Draft, fields: JsonObject): void {
  const code = countOf(fields['smtp_code']);
  const text = textAt(fields, 'smtp_msg') ?? '';
  const reason = textAt(fields, 'reason') ?? '';
  const status = textAt(fields, 'smtp_enchcode');
  const isAnswer = fields['remote_server'] !== undefined && fields['io_op'] === undefined && isReplyCode(code);
  if (status !== undefined && STATUS.test(status)) event.enhancedCode = status;
  const said = inOneLine(text.replace(SAID, ''));
  if (isAnswer) {
    addReply(event, [code, event.enhancedCode, said].filter((part) => part !== undefined && part !== '').join(' '));
    event.code = code;
  } else
    event.diagnostic = inOneLine(text === '' || reason.includes(text) ? reason : ownWords(text, reason)) || undefined;
  addPeer(event, fields);
}

const ownWords = (text: string, reason: string): string =>
  reason === '' || text.includes(reason) ? text : `${text}: ${reason}`;

const inOneLine = (text: string): string => text.replaceAll(/\s*[\r\n]+\s*/g, ' ');

const isReplyCode = (code: number | undefined): code is number => code !== undefined && code >= 200 && code <= 599;

function addPeer(event: Draft, fields: JsonObject): void {
  const host = hostIn(fields, 'remote_server');
  const remote = endpointIn(fields, 'remote_addr');
  if (host !== undefined || remote !== undefined)
    event.relay = { ...event.relay, ...(host === undefined ? {} : { host }), ...remote };
  const target = textAt(fields, 'target') ?? '';
  if (TO_SMART_HOST.test(target)) event.hop = 'relay';
  else if (TO_MAILBOXES.test(target)) event.hop = 'local';
  else if (event.relay !== undefined) event.hop = hopTo(event.relay.ip, event.relay.port);
}
