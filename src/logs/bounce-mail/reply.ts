import { REASON_LENGTH } from './limits.ts';
import { says } from './said.ts';

/** The code, and the enhanced one behind it, whatever stands between: `550 5.1.1`, `550-5.1.1`, IronPort's `550-'5.1.1`. */
const BOTH = /(?:^|[^\d.=])([245]\d\d)[\s-]{0,3}['"#(]{0,3}([245]\.\d{1,3}\.\d{1,3})(?![\d.])/;
/** 2xx counts at the very start only: `[192.0.2.1] 220` and `SIZE=222` are no replies. */
const CODE = /(?:^\s*(2[0-5]\d)|(?:^|[\s;:('"<>[-])([45][0-5]\d))(?=[\s\-:,;)'"<]|$)/;
const ENHANCED = /(?:^|[\s;:#('"<>=[-])([245]\.\d{1,2}\.\d{1,3})(?![\d.])/;

export interface Codes {
  readonly code?: number;
  readonly enhancedCode?: string;
}

/** The codes a reply quotes. */
export function codesIn(text: string): Codes {
  const both = BOTH.exec(text);
  if (both !== null) return { code: Number(both[1]), ...(both[2] === undefined ? {} : { enhancedCode: both[2] }) };
  const [, accepted, refused] = CODE.exec(text) ?? [];
  const code = accepted ?? refused;
  const enhancedCode = ENHANCED.exec(text)?.[1];
  return {
    ...(code === undefined ? {} : { code: Number(code) }),
    ...(enhancedCode === undefined ? {} : { enhancedCode }),
  };
}

const FAILED = says('failed');
const UNDELIVERED = says('undelivered');

/** Whether a text says that, or why, something failed, in the words of any language. */
export const saysFailure = (text: string): boolean => FAILED.test(text) || UNDELIVERED.test(text);

/** Whether it says no more than that it was not delivered, and not why. */
export const saysUndelivered = (text: string): boolean => UNDELIVERED.test(text) && !FAILED.test(UNDELIVERED.cut(text));

/** How much a text tells of why a mail did not go through: 0 is nothing. */
export function telling(text: string): number {
  const { code, enhancedCode } = codesIn(text);
  const coded = (code !== undefined && code >= 400 ? 4 : 0) + (enhancedCode === undefined ? 0 : 3);
  return coded + (saysFailure(text) ? 3 : 0);
}

/** What we said ourselves, where a text shows both sides. */
const ASKED = /^[ \t]{0,20}>>>.*$/gm;

/** Lines of a reply as one: without what it answers and the marks of a transcript, and without what lists put in front. */
export const oneLine = (text: string): string =>
  (text.includes('<<<') ? text.replaceAll(ASKED, '') : text)
    .replaceAll(/^[ \t>]{0,20}(?:<<<|<--|>>>|\*)[ \t]?/gm, '')
    .replaceAll(/\s{1,1000}/g, ' ')
    .replace(/^[\s:;,\]]+/, '')
    .trim()
    .slice(0, REASON_LENGTH);

/** DragonFly, IndiMail and Courier say who refused what before the reply. */
const FRAME =
  /^(?:(?:From: <[^>]*> RCPT: <[^>]*> )?\S+ (?:\[[^\]]*\] )?(?:did not like our [\w ]{2,20}:|does not like recipient\. Remote host said:|failed after I sent the message\. Remote host said:)|Remote host said:|\S+ \[[\da-f.:]+\]:) /i;

/** A reply without the words around it that say who gave it. */
export const withoutFrame = (text: string): string => text.replace(FRAME, '').replace(/^(?:delay )?reason: ?/i, '');

const SAID_BY =
  /\b(?:host:? |server |to |with |from |MTA |mailer |^)(?<host>[a-z\d][\w-]*(?:\.[\w-]+)+)\.?\s?[[(](?<ip>[\d.]{7,15}|[\da-f:]{4,45})[\])]/i;
const COMMANDS =
  /(?:in reply to|after(?: pipelined| sending)?|in response to|following|did not like our|STEP:) (?:the )?(?<command>end of (?:data|mail)|RCPT(?: TO)?|MAIL(?: FROM)?|EHLO|HELO|(?:final )?DATA(?: SEND)?|initial connection)/i;
const NAMES: Readonly<Record<string, string>> = {
  RCPT: 'RCPT TO',
  MAIL: 'MAIL FROM',
  'END OF DATA': 'end of DATA',
  'END OF MAIL': 'end of DATA',
  'DATA SEND': 'end of DATA',
  'FINAL DATA': 'end of DATA',
  'INITIAL CONNECTION': 'greeting',
};

/** Who refused, and in answer to what, where the text tells. */
export function refusedBy(text: string): {
  readonly relay?: { readonly host: string; readonly ip: string };
  readonly command?: string;
} {
  const { host, ip } = SAID_BY.exec(text)?.groups ?? {};
  const said = COMMANDS.exec(text)?.groups?.['command']?.toUpperCase();
  return {
    ...(host === undefined || ip === undefined ? {} : { relay: { host, ip } }),
    ...(said === undefined ? {} : { command: NAMES[said] ?? said }),
  };
}
