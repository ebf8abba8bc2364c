import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** The sender's address. */
export const senderAddress: readonly Rule[] = [
  [
    oneOf(
      /no access (?:for|from) (?:this|your) (?:user|sender|address)/i, // 550 Sorry, no access for this user
      /(?:fake|bogus) sender/i, // Requested mail action not taken: Fake sender
      inTurn(
        /(?:sender|mail ?from|from|return[- ]path|envelope[- ](?:sender|from)|originator|reverse-path)\b/i,
        /.{0,70}/i,
        oneOf(
          /does ?n[o']t exist|not (?:found|exist|allowed|accepted|authori[sz]ed|permitted|valid|resolv\w+)/i,
          /unknown|invalid|rejected|refused|denied|blocked|blacklisted|non-?existent/i,
          /verify failed|verification failed|callout|unresolv\w+|cannot be (?:verified|resolved)/i,
          /has no (?:A|MX|DNS)|must (?:exist|resolve|be)|no (?:valid )?(?:MX|DNS|A)\b/i,
        ),
      ), // sender unknown
      /invalid sender/i, // <> invalid sender
      /bad sender/i, // 5.1.8 Bad sender's system address
      /unknown sender/i, // 550 5.1.7 Unknown sender address
      /sender (?:address )?(?:rejected|verify|domain)/i, // 550 sender rejected
      /Domain of sender/i, // 553 Domain of sender address <address> does not exist
      /envelope sender domain must exist/i, // 550 sorry, your envelope sender domain must exist
      /null sender/i, // null sender is not allowed
      /empty (?:envelope )?sender/i, // empty envelope senders not allowed
      /backscatter/i, // backscatter protection detected an invalid or expired email address
      /unroutable sender/i, // unroutable sender address
      /valid sender (?:domain)?/i, // 550 [permfail] <host> requires valid sender domain
      /\bsender\b.{0,30} is not /i, // null sender is not allowed
      /sender not /i, // 550 Sender not allowed
      /for sender address/i, // 553 5.5.4 <user>... Domain name required for sender address user
      /MAIL ?FROM .{0,40}mis-?match/i, // SMTP; 550 Error: MAIL FROM is mismatched with message header from address!
      /from address.{0,30}mis-?match/i,
      /but sender was rejected/i,
      /Verify mail ?from/i, // SMTP; 550 Verify mailfrom failed,blocked
      /not (?:a )?(?:subscribed|pre-approved|member of (?:this|the|our) (?:mailing )?(?:list|group))/i, // sender not pre-approved
      /non-?member/i, // by non-member to a members-only list
      /members[- ]only/i, // by non-member to a members-only list
      /closed mailing list/i,
      /not allowed to post/i,
      /Sender Domain Resolve Fail/i, // 553 Sender Domain Resolve Fail
    ),
    'sender-rejected',
  ],
];
