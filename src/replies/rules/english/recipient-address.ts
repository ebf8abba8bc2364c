import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** The address it was for. */
export const recipientAddress: readonly Rule[] = [
  [
    oneOf(
      inTurn(
        oneOf(
          /user|recipient|addressee|customer|person|member/i,
          /mailbox|mail ?box|account|address|alias|e-?mail|name|ID/i,
        ),
        /(?:'s)?\b.{0,60}/i,
        oneOf(
          /unknown|invalid|unavailable|undeliverable|unallocated|is wrong|no longer|misspelled|unrecogni[sz]ed|is not a/i,
          /not (?:found|exist|known|valid|recogni[sz]ed|registered|listed|present|local|available|here|ok|our)/i,
          /not (?:in (?:our|the|my|this)|a valid|an active)/i,
          /do(?:es)? ?n[o'’]?t (?:exists?|appear|have)|non-?existent/i,
        ),
      ), // user invalid
      inTurn(
        oneOf(
          /unknown|invalid|no such|non-?existent|bad|illegal|wrong/i,
          /unrecogni[sz]ed|nonexistant|undeliverable|incorrect|unavailable/i,
        ),
        / (?:\S+ )?/i,
        oneOf(
          /user|recipient|addressee|person|rcpt|customer|subscriber|member/i,
          /mailbox|mail ?box|account|address|alias|local[- ]?part|e-?mail|name|id\b|destination|virtual/i,
        ),
      ), // bad address
      /no (?:mail ?box|account|user|recipient|person|one|such (?:user|person|address|mailbox|account|recipient|id|name)|valid (?:recipients?|mailbox)|mail-box|matches).{0,40}/i, // No such user
      /not (?:a )?(?:our|valid|known|registered|local)\b.{0,20}(?:customer|user|address|mailbox|recipient|account|gateway user|e-?mail)/i, // not a known user
      /RCPT <?address>? does not exist/i, // smtp; 554 Rcpt <address> does not exist
      /not (?:a )?user (?:of|on|at)/i, // not user of this server
      /There is no one at/i,
      /badrcptto/i, // your envelope recipient is in my badrcptto list
      /several matches found/i, // several matches found in domino directory
      /not listed in (?:Domino|public|the)/i, // User not listed in public Name & Address Book
      /delivery to (?!the following).{0,40}(?:not possible|failed)/i,
      /user (?:is )?not/i, // User not found
      /That address is/i,
      /do(?:es)?n'?t exists? .{0,20}(?:user|mailbox|recipient|account)/i, // local server don't exists that user
      /(?:recipient|user|address|mailbox|account).{0,30}(?:cannot|can not|could not|can't) be verified/i, // SMTP; 550 "The recipient cannot be verified. Please check all recipients
      /path no exist/i, // smtp; 450 user path no exist
      /not (?:a )?member of (?:this |the )?domain/i, // SMTP; 550 User not a member of domain: <address>
      /does not like recipient/i, // 550 <id> does not like recipient
      /Wrong (?:recipients?|address)/i, // 540 'Error: Wrong recipients' (delivery attempts: <number>)
      /User \S+ (?:does|was) not/i, // user path does not exist
      /add?ress (?:error|rejected(?!:)|lookup failed)/i, // 550 Address rejected
      /\bunknown or illegal alias/i, // 550 5.1.1 unknown or illegal alias: <address>
      /Recipient (?:address )?(?:rejected|not ok|refused)(?: - |[.!:]?(?: \(\w+\))?$)/i, // 550 Recipient Rejected:
      /no (?:\w+ )?(?:entry|mapping) for (?:this|that|<)/i, // 521 No Redirect Entry for this address
      /ha(?:s|ve) no mail/i, // 550 5.0.0 <address> This is user have no mail
      /mailbox (?:name )?not allowed/i, // 553 mailbox name not allowed
      /not deliverable/i, // mail for <host> is not deliverable
      /cannot be delivered to/i,
      /vdeliver/i,
      /unroutable address/i,
      /unrouteable address/i, // Unrouteable address
      /User unknown/i, // User unknown
      /mail ?box unavai\w+/i, // mailbox unavaiable
      /bad-?(?:rcpt|recipient)-?to/i, // this recipient is in my badrecipientto list
      /valid-?rcpt-?to/i, // this recipient is not in my validrcptto list
      /can(?:no|')t accept user/i, // can't accept user
      /not e-?mail address/i, // not email addresses
      /in name directory/i, // no foo in name directory
      /envelope recipient has been denied/i, // sorry, your envelope recipient has been denied
      /wrong or no longer valid/i, // this email address is wrong or no longer valid
      /final (?:email )?delivery (?:point|user)/i, // Invalid final delivery user
    ),
    'user-unknown',
  ],
];
