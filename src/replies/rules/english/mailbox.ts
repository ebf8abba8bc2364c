import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** The mailbox: full, closed, and what is too large for it. */
export const mailbox: readonly Rule[] = [
  [
    oneOf(
      /(?:over|exceed(?:s|ed|ing)?|violat\w+|out of|insufficient|beyond).{0,30}(?:quota|storage|disk space|mailbox size|allocation)/i, // overquota
      /(?:quota|storage|mailbox|mail ?box|inbox|mail ?folder|disk|account)(?: is| usage| size| limit| space| file)* (?:is |has )?(?:full|exceed|over\b|reached|used up|limit exceeded|violation)/i, // mailbox full
      /quota (?:has been )?(?:exceed|full|violat)/i, // quota exceeded
      /over ?quota/i, // overquota
      /full mailbox/i, // user has full mailbox
      /not enough (?:storage|space|disk)/i, // not enough storage space
      /no space (?:left )?(?:in|for)/i,
      /would exceed.{0,30}(?:storage|quota)/i, // 554 5.2.2 message would exceed quota
      /allowed message count/i, // exceeds allowed message count
      /too many messages (?:in|on) (?:the |this |your )?(?:mailbox|server)/i, // too many messages on this mailbox
      /over the maximum allowed number of messages/i, // over the maximum allowed number of messages
      /too much mail data(?! from)/i, // 552 Too much mail data <address>
      /Inode limit/i, // 550 Mailbox is full / Blocks limit exceeded / Inode limit exceeded
      /space has (?:been )?used up/i, // The user's space has used up.
      /larger than the space available/i, // message is larger than the space available
      /not able to receive any more/i, // not able to receive any more mail
      /has exhausted allowed storage/i, // User has exhausted allowed storage space
      /Mailbox limit exe?eded/i, // 552 Mailbox limit exeeded for this email address
      /domain size limit/i, // 452 <address> Domain size limit exceeded
      /size limit exceeded for (?:this )?(?:mailbox|user)/i, // mail size limit exceeded for mailbox
      /doesn't have (?:enough|sufficient) (?:space|storage)/i,
    ),
    'mailbox-full',
  ],
  [
    oneOf(
      inTurn(
        /(?:account|mailbox|mail box|user|recipient|address|addressee|customer|subscriber|e-?mail)(?:'s)?/i,
        /(?: <?address>?)?(?: <id>)?(?: has been| is| was| are| currently| temporarily| account)* /i,
        oneOf(
          /disabled|deactivated|de-?activated|suspended|inactive|locked|closed|frozen|blocked from receiving/i,
          /terminated|discontinued|cancell?ed|expired|archived|retired|not (?:been )?active|not activated/i,
        ),
      ), // account disabled
      /\b(?:disabled|inactive|suspended|deactivated|closed|expired|frozen) (?:account|user|mailbox|recipient|address|subscriber)/i, // inactive recipient
      /DisabledUser/i, // 550 DisabledUser
      /deactivated mailbox/i, // 551 <address> is a deactivated mailbox
      /User account not activated/i, // 550 User account not activated
      /no longer (?:accepts?|authori[sz]ed|receiv\w+|valid|available|active|in use|on (?:this |the )?(?:server|system|<address>)|employed|works)/i, // no longer valid
      /temporary locked/i, // rejected: User <address> temporary locked. Please try again later!
      /account (?:is )?on hold/i,
      /mailbox .{0,30}unavailable: account/i, // mailbox. Local mailbox <address> is unavailable: account is disabled
      /(?:<address>|<\w+>|status).{0,5} (?:is|has been|was)(?: now| currently)* (?:disabled|deactivated|suspended|inactive|locked|closed|terminated|expired|restricted from)/i, // User <address> is disabled
      /\bon hold\b/i,
      /moved (?:to|away)/i, // Customer has moved to another provider, mailbox removed
      /left the company/i, // 550 5.1.1 This employee has left the company and the mailbox was
      /mailbox has moved/i, // 5.1.6 Mailbox has moved
      /never logged/i, // recipient never logged onto
      /has(?:n't| not) (?:entered|logged)/i, // User hasn't entered during last
      /not (?:currently )?being accepted/i, // mail is not currently being accepted for this mailbox
      /(?:is|are) (?:not|no longer) (?:used|monitored|in use)\b/i, // <address> is no longer with the company. This mailbox is not monitored.
      /no longer used/i,
    ),
    'mailbox-disabled',
  ],
  [
    oneOf(
      /(?:message|mail|e-?mail|body|file|attachment|content|header)s?(?: size| file size| length| header size)?(?: is| was| of <number>| <number>)* (?:too (?:large|big|long)|larger than|over(?:size| the (?:size|maximum size)))/i, // 5.2.3 Message too large
      /(?:size|length) (?:exceeds|limit|of (?:the |your )?message)/i, // exceeded mailsize limit
      /too (?:large|big) (?:for|message|attachment)/i, // 5.3.4 Message too big for system
      /exceeds? (?:the )?(?:(?:maximum|fixed|allowed|administrative|message|our) )*(?:size|length)/i, // 552 5.3.4 Message size exceeds fixed maximum message size
      /message (?:length|size) (?:exceeds|limit)/i, // 552 Message size exceeds
      /maximum (?:allowed )?(?:\w+ )?message size/i, // Maximum message size exceeded (router)
      /(?:exceed\w*|over|above|beyond|larger than|limit).{0,50}\b(?:message|mail|attachment|file|content|data) ?(?:size|length)\b/i, // exceeded mailsize limit
      /oversize/i,
    ),
    'message-too-large',
  ],
  [/(?:alias|forwarding|mailbox) expired|blocked (?:due to|for) inactivity/i, 'mailbox-disabled'], // 550 Account blocked due to inactivity
  [
    oneOf(
      /(?:limit|quota) (?:was |has been |is )?exceeded/i, // sending quota exceeded
      /(?:monthly|hourly|daily) \w*\s?(?:limit|quota)/i, // MAX RCPT TO DAILY LIMIT
    ),
    'rate-limited',
  ],
];
