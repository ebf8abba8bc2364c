import { oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** That it is to be tried again, or answered first. */
export const notNow: readonly Rule[] = [
  [
    oneOf(
      /\btry in <duration>/i, // 451 4.7.1 <address>: Recipient address rejected: Try in <duration>
      /\bsender ?\/ ?recipient pair\b/i, // 450 4.3.2 temporarily refused, this sender/recipient pair was not seen yet
      /\bnot (?:been )?seen (?:yet|before)\b/i, // This triplet has not been seen before, delivery postponed
      /\bwait (?:for |at least )?<duration>.{0,20}\b(?:re-?try\w*|again|before)\b/i, // 450 4.7.1 Please wait <duration> before you retry, then you will be
      /\byou are new here\b/i, // 421 4.7.1 You are new here. Retry in a while.
    ),
    'greylisted',
  ],
  [
    oneOf(
      /gr[ae]y-?list/i, // 450 4.2.1 Greylisted
      /(?:^|\W)postgrey/i, // Recipient address rejected: Greylisted, see http://postgrey.example.com/
      /deferred.{0,20}first time/i,
      /temporarily (?:blocked|delayed) .{0,30}unknown sender/i,
      /please (?:retry|try again) in <duration>/i, // 451 4.7.1 Please try again in <duration>
      /try again in <duration>/i, // 451 4.7.1 Please try again in <duration>
      /triplet/i, // 450 unknown triplet, defer for <duration>
      /(?<!(?:rate|limit|quota|exceed|too many|too much).*)come back (?:later|in)/i, // 450 4.2.0 Greylisting: come back in <duration>
      /try another (?:server|mx)/i, // 451 Please try another server
      /first (?:contact|time) (?:from|sender)/i, // 451 First time sender. Come back in <duration>
      /unknown.{0,20}please retry/i,
    ),
    'greylisted',
  ],
  [
    oneOf(
      /held (?:for human|before permitting)/i, // Message held for human verification
      /challenge[- ]response/i, // Challenge-Response
      /confirm (?:this|your) (?:mail|message|address|e-?mail)/i, // confirm this mail server
      /verification (?:link|required to deliver)/i,
      /sender (?:must|needs to|has to) (?:confirm|verify|click)/i, // 550 5.7.1 sender must click https://verify.example/x first to be let in
      /click .{0,30}to (?:release|deliver)/i,
      /server requires confirmation/i, // your server requires confirmation
      /until you (?:confirm|verify)/i, // Your mail is waiting until you confirm that you sent it
      /(?:confirm|prove|verif(?:y|ies)) (?:that )?you(?:'re| are) (?:a )?(?:\w+ ){0,2}(?:human|person)/i, // Please prove you are human by answering the question at this page
    ),
    'challenge',
  ],
  [
    oneOf(
      /auto-?(?:repl(?:y|ied)|respon\w+)/i, // AutoResponder: Automatic email responder (ex: "Out of Office" or "On
      /auto(?:matic|mated) (?:repl|respon)\w+/i, // automatic response
      /auto respon/i, // This is an auto respond
      /out of (?:the )?(?:office|town|country)/i, // I am out of town
      /\b(?:on|going on) (?:\w+ )?(?:vacation|holidays?|sabbatical|leave)\b/i, // on personal leave
      /\bvacation\b/i, // Vacation/Auto Reply
      /return(?:ing)? to (?:the )?office/i, // when I return to the office
      /\bI(?:'m| am| will be| shall be) (?:currently )?(?:unavailable|absent|not available)/i, // I am unavailable to read your message at this time.
    ),
    'auto-reply',
  ],
  [
    oneOf(
      /\bon (?:the |your |our )?inactive list\b|SpamComplaint/i, // on inactive list because of SpamComplaint
      /suppress(?:ed|ion)/i, // on SES suppression list
      /bounced address/i, // Bounced Address
      /on (?:the|your|our) (?:account )?suppression list/i, // 550 5.0.0 Recipient is on the suppression list
      /previously (?:bounced|unsubscribed|complained)/i, // Not delivering to previously bounced address
      /unsubscribed address/i, // Unsubscribed Address
      /spam reporting address/i, // Spam Reporting Address
      /not delivering to (?:previously|unsubscribed|an? )/i, // Not delivering to previously bounced address
      /recipient has (?:unsubscribed|opted out)/i, // recipient has unsubscribed
      /address is (?:on|in) (?:the|your) (?:do[- ]not|global)/i, // Address is on the do-not-mail list
    ),
    'suppressed',
  ],
];
