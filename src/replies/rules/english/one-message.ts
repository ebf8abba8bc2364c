import { oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** Of one sender only, and of one message only, before anything is read into the rest. */
export const oneMessage: readonly Rule[] = [
  [
    oneOf(
      /(?:not accept(?:ing)? (?:e-?)?mails?|not accepting mail) from this sender/i, // is not accepting mail from this sender
      /sender denied/i, // sender denied
      /sender is on .{0,20}(?:black|block) ?list/i, // Sender is on domain's blacklist
      /Unconfigured Sending Domain/i, // 550 5.7.1 Unconfigured Sending Domain <host>
      /\bsender(?: address| e-?mail)? (?:<address> )?(?:is |has been |was )?(?:black|block)-?list(?:ed)?\b(?! (?:ip|domain))/i, // 550 5.1.1 <xxx> sender is blacklisted
      /user's (?:reject|block|black) ?list/i, // 550 You are registered as spammer (by user's reject list)
    ),
    'sender-rejected',
  ],
  [
    oneOf(
      /(?:message|mail|content).{0,40}(?:detected|classified|flagged|marked|consider(?:ed)?)(?: it)?(?: as| to be)?(?: an?)? spam\b(?! source)/i, // message considered as spam or virus
      /Content-Policy reject/i, // 550 5.7.1 Content-Policy reject msg: The message contains HTML, therefore
    ),
    'spam-content',
  ],
  [
    oneOf(
      /spam ?(?:\/|or|and) ?virus/i, // message considered as spam or virus
      /virus ?(?:\/|or|and) ?spam/i, // message was rejected because it contains prohibited virus or spam content
      /bulk\W?advert/i, // 554 Your mail smells of bulk advertising and was dropped
      /mass mailer/i, // you're using a mass mailer
      /blocked by (?:our|the) (?:\w+ )?filter/i, // your message has been temporarily blocked by our filter
    ),
    'spam-content',
  ],
  [
    oneOf(
      /due to (?:a )?spam ?list/i, // denied due to spam list
      /(?:rejected|blocked|refused|denied)\W{1,4}(?:\w+ ){0,2}listed (?:at|on|in|by)/i, // 5.7.1 Rejected - listed at <host>
    ),
    'ip-blocked',
  ],
  [
    oneOf(
      /\b(?:rejects?|blocks?|refuses?) (?:all )?spam\b/i, // 550 REJECT spam
      /\bfilter(?:ing)? reject/i, // filter rejection
      /(?:rejected|blocked|refused) by (?:\w+ ){0,2}filter/i, // blocked by filter rules
    ),
    'spam-content',
  ],
  [/recipient is (?:not|only) accepting mail/i, 'policy'], // because the recipient is not accepting mail with
  [/receiving mail at a rate|(?<!\bfull\b.*)numerous attempts to deliver|number of posts/i, 'rate-limited'], // we have already made numerous attempts to deliver this message
  [/attachment count/i, 'policy'], // has exceeded maximum attachment count limit
  [
    oneOf(
      /(?:outbound|outgoing) (?:mail|e-?mail|sending)? ?(?:is |has been )?(?:disabled|suspended|blocked)/i, // 554 5.1.8 Email Outgoing Blocked
      /sending (?:is |has been )?(?:disabled|suspended|blocked) for this/i, // 554 5.7.1 Outbound sending is disabled for this account
      /OutboundSpamException/i, // OutboundSpamException; Failed to process message
      /main account unavailable/i, // 551 Main account unavailable
      /not authori[sz]ed to send (?:mail )?(?:from|as) th(?:is|e) (?:\w+ )?(?:address|sender|account|user)/i, // Message failed: 551 5.7.1 Not authorised to send from this header address
    ),
    'sender-rejected',
  ],
  [
    oneOf(
      /["']?\b(?:From|Date|To|Subject|Message-ID)["']? header (?:field )?(?:is )?(?:missing|invalid|malformed|empty)/i, // 550 Date header is missing or broken
      /(?:missing|invalid|multiple|duplicate|no|bad|malformed|empty|illegal|broken|more than one) (?:\w+ ){0,2}["'<]?(?:Resent-)?(?:From|Date|To|Cc|Subject|Sender|Reply-To|Received|Message-ID|Content-\w+|MIME-Version)["'>]?:?(?: header| field| line)+/i, // Duplicate Subject header
    ),
    'malformed',
  ],
  [/\bAUTH first|need (?:EHLO and )?AUTH\b/i, 'relaying-denied'], // SMTPSendFailedException: 503 Error: need EHLO and AUTH first !
  [
    oneOf(
      /(?:invalid|bad|illegal) MAIL ?FROM\b/i, // 501 Invalid MAIL FROM address provided
      /need fully[- ]qualified (?:sender )?address/i, // 504 Need Fully Qualified Address
      /match a verified sender/i, // 550 The from address does not match a verified Sender Identity
    ),
    'sender-rejected',
  ],
  [
    oneOf(
      /\bdomain (?:is )?(?:currently )?(?:not active|inactive|suspended)\b/i, // 452 <address>: Recipient address rejected: Domain not active [<ip>]
      /\buser (?:is )?hang-?up\b/i, // 550 User hangup
    ),
    'mailbox-disabled',
  ],
  [
    /(?<!words? in (?:the|your) )(?:mail|message) (?:was |is |has been )?blocked(?: by (?:the )?(?:mail ?)?(?:server|system|administrator))?[.!]?$/i,
    'policy',
  ], // 550 Message was blocked by server
  [/check (?:that )?your (?:outgoing )?(?:SMTP|mail) server/i, 'policy'], // 554 Please check your SMTP server is set to <host>. Further help is
  [
    oneOf(
      /\b(?:empty|missing|blank|no) subject\b/i, // 550 5.7.1 empty subject
      /headers? fails? (?:\w+ )?syntax/i, // 550 Message headers fail syntax check
      /\b(?:Date|timestamp)\b.{0,30}in the (?:past|future)/i, // The Date header lies in the future
    ),
    'malformed',
  ],
  [/Recipient address rejected: (?:please )?(?:re)?try (?:again )?later\b/i, 'system-error'], // 450 4.7.1 <address>: Recipient address rejected: try later
  [/for your MAIL FROM address .{0,60}not liked/i, 'sender-rejected'], // for your MAIL FROM address <address> policy analysis reported: Your address is not liked
  [/not yet authori[sz]ed to deliver/i, 'greylisted'], // smtp;<number> is not yet authorized to deliver mail from 451 <address> to
  [/(?:mail|message|connection|access)s? (?:refused|rejected|denied|blocked)[ :-]{1,4}<ip>/i, 'ip-blocked'], // 554 ERROR: Mail Refused - <ip> - See AUP#IPBL0001
  [
    oneOf(
      /dynamic(?:ally)?[- ]assigned/i, // SMTP; 550 AOL no longer accepts connections from dynamically assigned
      /dynamic (?:IP )?(?:ranges?|pools?)\b/i, // 550 Dynamic IP ranges must use their ISP's smarthost
      /\bIPs (?:are |is |were )?(?:blocked|banned|blacklisted)/i, // IPs blocked
    ),
    'ip-blocked',
  ],
  [/\bdatabase\b.{0,40}\b(?:maximum|quota)\b/i, 'mailbox-full'], // to CN=Smith: database has reached its maximum allowed size quota
  [/\bblocked by (?:the |our )?attachment\b|\bmacro-enabled\b/i, 'malware'], // 550 5.7.1 Macro-enabled document found in archive <host>; blocked by
  [
    oneOf(
      /\b(?:IPs?|server|host|client|address|<ip>)(?<=[\w>])\W.{0,40}\b(?:scor(?:e|ed|es|ing)|rank(?:ed|ing)?|rat(?:ed|ing)|trust(?:ed|worthiness)?)\b.{0,20}\b(?:low|poor|bad)(?:ly)?\b/i, // 421 4.7.0 <ip> deferred: reputation score too low
      /\b(?:low|poor|bad) (?:\w+ )?(?:score|rank(?:ing)?|rating)\b/i, // Bad sender score for this IP
    ),
    'ip-reputation',
  ],
  [
    /\b(?:space|storage|quota)\b.{0,30}\b(?:not (?:sufficient|enough)|insufficient|inadequate|depleted|used)\b/i,
    'mailbox-full',
  ], // mail box space not enough
  [
    /\b(?:no|find|lacks?|without|missing|neither)\b.{0,30}\b(?:MX|DNS|A)\b.{0,30}\b(?:your|sender|from|sending|envelope)\b.{0,20}\bdomain\b/i,
    'sender-rejected',
  ], // 553 We cannot find an MX or A record for your From domain
  [
    oneOf(
      /\b(?:missing|no|invalid|absent|without|bad) (?:\w+ )?signature\b/i, // missing DKIM signature
      /\bsignature\b.{0,20}\b(?:missing|absent|invalid|required|lacking)\b/i, // 550 Your domain key signature is missing
    ),
    'auth-failed',
  ],
  [
    /\b(?:web ?(?:address|site|page|link)s?|hyper ?links?)\b.{0,60}\b(?:list(?:ed)?|phish\w*|black\w*|block\w*|malicious|dangerous|bad)\b/i,
    'link-blocked',
  ], // A hyperlink in your mail leads to a blacklisted site
  [
    oneOf(
      /\b(?:message|mail|body|content|data|attachment|file)s?\b.{0,20}\b(?:exceeds?|exceeded|surpass\w*|over|above) (?:the )?(?:limit of )?<number>/i, // 552 body exceeds <number> bytes
      /\battachment\b.{0,20}\b(?:limit|maximum)\b/i, // 554 attachment limit surpassed: shrink your files
    ),
    'message-too-large',
  ],
  [/\b(?:slow|reduce|lower|decrease|throttle) (?:down )?your\b/i, 'rate-limited'], // 451 Please slow your sending rate
  [/\bearly talker|\btalk(?:ed|ing|s)? (?:too early|before)/i, 'protocol'], // 550 Early talker: you must wait for the banner
  [
    /^(?!.*(?:spam|virus|malware|black ?list|block ?list|spf|dkim|dmarc|reputation|content|<ip>)).*(?:rejected|refused|denied|blocked) (?:for|due to|because of) (?:\w+ )?polic(?:y|ies)\b/i,
    'policy',
  ], // 550 rejected for policy
  [/^(?!.*\baddress).*\b(?:bad syntax|invalid input)\b/i, 'protocol'], // SMTPAddressFailedException: 500 Error: bad syntax
  [/\bspam (?:sources?|origins?)\b/i, 'ip-blocked'], // Spam origin
  [/RCPT(?: TO)?:? ?<address>:? (?:was |is )?(?:refused|rejected)/i, 'user-unknown'], // 553 RCPT TO:<address> refused Giving up on <ip>.
  [
    oneOf(
      /they are not accepting mail/i, // they are not accepting mail
      /not accepting any (?:e-?)?mail/i, // is not accepting any mail
      /(?:user|recipient|mailbox|account|address>?) (?:cannot|can not|can't|is unable to) receive (?:e-?)?mail/i, // 554 5.7.1 User <address> cannot receive email
      /mail ?address is (?:\w+ )?(?:disabled|blocked|locked|closed)/i, // 554 Mailaddress is administratively disabled
    ),
    'mailbox-disabled',
  ],
  [/\bHeuristics\.Phishing/i, 'malware'], // contained unsafe content (Heuristics.Phishing.Email.SpoofedDomain)
  [/phish(?:ing)?/i, 'spam-content'], // 550 Suspected phishing attempt
  [
    oneOf(
      /SPAM_SUSPECT:IP/i, // 550 'Transaction failed. (SPAM_SUSPECT:IP_CONTROL)
      /your IP ?\S* (?:is |was |has been )?(?:filtered|not registered)/i, // 421 4.3.2 Your IP(<ip>) is filtered and this connection will be closed.
      /register your IP/i, // will be closed. You must register your IP to http://realip.naver.com
      /black ip\b/i, // 550 black ip.
    ),
    'ip-blocked',
  ],
  [/(?:by|from) (?:the |our |a )?(?:anti-?)?spam filter/i, 'spam-content'], // 5.7.1 Rejected by spam filter
  [/bounces? (?:are |is )?never sent to more than one|only one rec\w+ (?:is )?accepted/i, 'policy'], // Only one receipient accepted for NULL sender
  [
    oneOf(
      /(?:send(?:ing|er)?|submission|outgoing|outbound|relay|monthly|weekly|daily|hourly)(?: (?:mail|message|e-?mail|smtp))? (?:quota|limit)\b/i, // sending quota exceeded
      /quota of (?:mails|messages|recipients)/i,
    ),
    'rate-limited',
  ],
  [/wrong or no longer valid/i, 'user-unknown'], // this email address is wrong or no longer valid
];
