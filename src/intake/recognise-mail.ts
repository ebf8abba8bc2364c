import { isField } from '../mail/header.ts';

/** Fields that only mails have, as mailers write them. */
const MAIL_FIELD =
  /^(?:Received|Return-Path|Delivered-To|Envelope-To|From|To|Subject|Date|Message-I[Dd]|M[Ii][Mm][Ee]-Version|Content-[Tt]ype|Content-Transfer-Encoding|DKIM-Signature|Authentication-Results|ARC-Seal|Feedback-Type):/;
const LOOKED_AT = 8192;
/** Apple Mail begins a file with the length of the mail, on a line of its own. */
const LENGTH_LINE = /^\d{1,10}\s*\r?\n/;

/**
 * Whether a text begins as a mail does: with fields, of which one is a mail's by its very letters, or two are by name.
 * YAML and configuration files have lines like fields, too.
 */
export function beginsMail(head: Uint8Array): boolean {
  const first = firstLetter(head);
  // `<`, `{` and whatever is not ASCII begin no field.
  if (first <= 0x20 || first >= 0x7b || first === 0x3c) return false;
  const text = Buffer.from(head.subarray(0, LOOKED_AT))
    .toString('latin1')
    .replace(/^(?:\xEF\xBB\xBF|\s)+/, '');
  const lines = text.slice(lengthLine(text)).split(/\r*\n|\r/);
  if (lines[0]?.startsWith('>From ') === true) lines.shift();
  if (!isField(lines[0] ?? '')) return false;
  const known = new Set<string>();
  for (const line of lines) {
    if (line === '') break;
    if (MAIL_FIELD.test(line)) return true;
    const name = line.slice(0, line.indexOf(':') + 1);
    if (/^(?:received|from|to|subject|date|message-id|mime-version|content-type|return-path):$/i.test(name))
      known.add(name.toLowerCase());
    if (known.size > 1) return true;
  }
  return false;
}

function firstLetter(head: Uint8Array): number {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while ((head[at] ?? 0xff) <= 0x20 && (head[at] ?? 0) !== 0) at += 1;
  return head[at] ?? 0;
}

/** Length of the line in front of a mail that says how long it is. */
export const lengthLine = (text: string): number => LENGTH_LINE.exec(text)?.[0].length ?? 0;
