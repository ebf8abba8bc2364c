import { oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** The form of a message, and of what is said on the line. */
export const form: readonly Rule[] = [
  [
    oneOf(
      /(?:does|do) not (?:conform|comply)/i, // 554 Message does not conform to standards
      /bad (?:syntax|address syntax)/i,
      /invalid (?:data|structure|message content)/i, // invalid message content
      /malformed/i, // 554 Malformed mail denied!
      /not (?:RFC )?compliant/i, // 554 Message is not RFC compliant; missing "Date" header
      /RFC <number> compliant/i, // This message is not RFC <number> compliant.
      /violat\w+ (?:of )?(?:RFC|protocol|standards?)/i,
      /(?:bare|stray) (?:LF|CR|line|new-?line)/i, // 451 stray newline
      /(?<!command )line (?:too long|length)/i, // 500 Line Too Long
      /(?:duplicate|missing|invalid|multiple|bad|blank|empty|illegal|non-ASCII|8-?bit) (?:\S+ )?(?:header|From|Date|Message-ID|MIME|character)/i, // Invalid SMTPAPI header
      /header error/i, // header error
      /headers? (?:are|is|was) (?:not|invalid|malformed)/i, // 550 5.7.1 From header is not in RFC <number> format
      /\bMIME\b/i, // 554 5.6.0 Malformed MIME boundary
      /Message-ID/i, // The message has no Message-ID
      /improperly formatted/i,
      /invalid (?:message )?format/i,
    ),
    'malformed',
  ],
  [
    oneOf(
      /syntax error/i, // 431 Syntax error
      /bad sequence/i, // 503 Bad sequence of commands
      /improper (?:sequence|command)/i, // smtp;503 Improper sequence of commands
      /out of (?:sequence|order)/i, // 503 5.5.1 command out of sequence in "MAIL FROM:<address> BODY=8BITMIME
      /command (?:not|unrecogni[sz]ed|unknown|rejected)/i, // 550 Command Rejected
      /(?:unrecogni[sz]ed|unimplemented|unknown|unexpected|bad) command/i, // bad command sequence
      /protocol (?:error|violation|failure)/i, // 550 Protocol violation
      /HELO/i, // HELO first.
      /EHLO/i, // 502 Use HELO/EHLO first
      /pipelin/i, // <DATA>: Data command rejected: Improper use of SMTP command pipelining
      /before greeting/i, // 554 SMTP synchronization error: data sent before greeting
      /synchroni[sz]ation error/i, // 554 SMTP synchronization error
      /need (?:MAIL|RCPT|DATA)/i, // 503 5.5.1 Need MAIL before RCPT.
      /MAIL first/i,
      /no valid recipients/i,
      /RSET/i,
      /XCLIENT/i,
      /8BITMIME/i, // Server does not support 8BITMIME and message cannot be downgraded
      /SMTPUTF8/i, // 555 5.5.4 Unsupported option: SMTPUTF8
      /internationali[sz]ed/i,
      /greeting/i, // You spoke before our greeting was finished
      /polite people say/i,
      /not implemented/i, // 502 Command not implemented
      /parameters? (?:not|error)/i, // 504 Command parameter not implemented
    ),
    'protocol',
  ],
];
