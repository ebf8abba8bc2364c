import { bufferOf } from '../mail/charset.ts';
import { isField } from '../mail/header.ts';
import { HEAD_BYTES } from './limits.ts';

/** Fields that only mails have, as mailers write them. */
const MAIL_FIELD =
  /^(?:Received|Return-Path|Delivered-To|Envelope-To|From|To|Subject|Date|Message-I[Dd]|M[Ii][Mm][Ee]-Version|Content-[Tt]ype|Content-Transfer-Encoding|DKIM-Signature|Authentication-Results|ARC-Seal|Feedback-Type):/;
const BY_NAME = /^(received|from|to|subject|date|message-id|mime-version|content-type|return-path):/i;
/** Most mails show it in their first lines; before some, gateways put kilobytes of their own. */
const FIRST_LINES = 2048;
/** What may stand in front: a byte order mark, blank lines, and with Apple Mail the length of the mail. */
const IN_FRONT = /^(?:\xEF\xBB\xBF)?\s*(?:\d{1,10}\s*\r?\n)?/;

/**
 * Whether a text begins as a mail does: with fields, of which one is a mail's by its very letters, or two are by name.
 * YAML and configuration files have lines like fields, too.
 */
export function beginsMail(head: Uint8Array): boolean {
  const first = firstLetter(head);
  // `<`, `{` and whatever is not ASCII begin no field.
  if (first <= 0x20 || first >= 0x7b || first === 0x3c) return false;
  return hasMailFields(head.subarray(0, FIRST_LINES)) ?? hasMailFields(head.subarray(0, HEAD_BYTES)) ?? false;
}

/** Undefined where the header goes on behind these bytes. */
function hasMailFields(head: Uint8Array): boolean | undefined {
  const lines = bufferOf(head)
    .toString('latin1')
    .replace(IN_FRONT, '')
    .split(/\r{0,8}\n|\r/);
  if (lines[0]?.startsWith('>From ') === true) lines.shift();
  if (!isField(lines[0] ?? '')) return false;
  const known = new Set<string>();
  for (const line of lines) {
    if (line === '') return false;
    if (MAIL_FIELD.test(line)) return true;
    const name = BY_NAME.exec(line)?.[1]?.toLowerCase();
    if (name !== undefined) known.add(name);
    if (known.size > 1) return true;
  }
  return undefined;
}

function firstLetter(head: Uint8Array): number {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while ((head[at] ?? 0xff) <= 0x20 && (head[at] ?? 0) !== 0) at += 1;
  return head[at] ?? 0;
}
