import { defineRules } from '../rule.ts';

/** What everybody says, from the special to the general: a rejected recipient may be unknown, full, or greylisted. */
export default defineRules({
  kind: 'phrases',
  rules: [
    [
      /^(?!.*relay).*not (?:authori[sz]ed|allowed|permitted) to (?:send|write|post)(?: (?:e-?)?mails?| messages?)? to (?:the|this|that|these) (?:recipient|user|group|mailbox|address|distribution)/i,
      'policy',
    ],
    [/^(?:\w+; ?)?(?:[45][\d.]+[- ]+)+full[.!]?$/i, 'mailbox-full'],
    [/not listed in (?:the )?(?:\w+ ){0,3}(?:directory|address book)/i, 'user-unknown'],
    [
      /^(?:\w+; ?)?5\d\d[- ](?:5\.\d\.\d )?(?:recipient|user|mailbox|add?ress):? <address>:? (?:is |was |has been )?(?:denied|rejected|refused|not (?:accepted|allowed|permitted))\W*$/i,
      'user-unknown',
    ],
    [
      /(?:recipient|receiver) (?:address )?(?:has )?(?:rejected|refused|blocked|declined|denied) (?:your|the|this) (?:e-?)?(?:mail|message)/i,
      'policy',
    ],
    [/not accepting (?:e-?)?mail from <address>/i, 'sender-rejected'],
    [/not accept\w* (?:e-?)?(?:mail|message)s? (?:with|containing|that contain)/i, 'policy'],
    [
      /(?:mailbox|account|user) (?:\w+ ){0,2}(?:may|might) be (?:offline|disabled|inactive|suspended|locked|closed)/i,
      'mailbox-disabled',
    ],
    [/\bnever heard of\b/i, 'user-unknown'],
    [/\b(?:VRFY|EXPN)\b/, 'protocol'],
    [/\bmaximum size of (?:the|this|its|his|her) (?:mailbox|inbox|storage)\b/i, 'mailbox-full'],
    [/\btoo (?:voluminous|heavy|bulky)\b/i, 'message-too-large'],
    [/\brecipients? limit per (?:mail|message|e-?mail)\b/i, 'too-many-recipients'],
    [/\bscore of (?:your|this|the) (?:server|IP|host|network)\b/i, 'ip-reputation'],
    [/\bcomplained (?:before|earlier|previously|in the past)\b/i, 'suppressed'],
    [/\bswitched (?:\w+ ){0,3}off\b|\bon (?:legal |litigation )hold\b/i, 'mailbox-disabled'],
    [/\b(?:hit|met|reached) (?:\w+ )?(?:storage|mailbox|size) (?:cap|limit|ceiling)\b/i, 'mailbox-full'],
    [
      /\bhammering\b|\bback off\b|\bquota of <number>|\bvolume (?:is )?(?:above|over|beyond|exceed\w*)\b/i,
      'rate-limited',
    ],
    [/\b(?:unsubscribe|opt-?out) list\b/i, 'suppressed'],
    [/\bfrom address (?:does not|doesn't|must) match\b/i, 'sender-rejected'],
    // Not now
    [
      /\btry in <duration>|\bsender ?\/ ?recipient pair\b|\bnot (?:been )?seen (?:yet|before)\b|\bwait (?:for |at least )?<duration>.{0,20}\b(?:re-?try\w*|again|before)\b|\byou are new here\b/i,
      'greylisted',
    ],
    [
      /gr[ae]y-?list|(?:^|\W)postgrey|deferred.{0,20}first time|temporarily (?:blocked|delayed) .{0,30}unknown sender|please (?:retry|try again) in <duration>|try again in <duration>|triplet|(?<!(?:rate|limit|quota|exceed|too many|too much).*)come back (?:later|in)|try another (?:server|mx)|first (?:contact|time) (?:from|sender)|unknown.{0,20}please retry/i,
      'greylisted',
    ],
    [
      /held (?:for human|before permitting)|challenge[- ]response|confirm (?:this|your) (?:mail|message|address|e-?mail)|verification (?:link|required to deliver)|sender (?:must|needs to|has to) (?:confirm|verify|click)|click .{0,30}to (?:release|deliver)|server requires confirmation|until you (?:confirm|verify)|(?:confirm|prove|verif(?:y|ies)) (?:that )?you(?:'re| are) (?:a )?(?:\w+ ){0,2}(?:human|person)/i,
      'challenge',
    ],
    [
      /auto-?(?:repl(?:y|ied)|respon\w+)|auto(?:matic|mated) (?:repl|respon)\w+|auto respon|out of (?:the )?(?:office|town|country)|\b(?:on|going on) (?:\w+ )?(?:vacation|holidays?|sabbatical|leave)\b|\bvacation\b|return(?:ing)? to (?:the )?office|\bI(?:'m| am| will be| shall be) (?:currently )?(?:unavailable|absent|not available)/i,
      'auto-reply',
    ],
    [
      /suppress(?:ed|ion)|bounced address|on (?:the|your|our) (?:account )?suppression list|previously (?:bounced|unsubscribed|complained)|unsubscribed address|spam reporting address|not delivering to (?:previously|unsubscribed|an? )|recipient has (?:unsubscribed|opted out)|address is (?:on|in) (?:the|your) (?:do[- ]not|global)/i,
      'suppressed',
    ],
    // Of one sender only, and of one message only, before anything is read into the rest
    [
      /(?:not accept(?:ing)? (?:e-?)?mails?|not accepting mail) from this sender|sender denied|sender is on .{0,20}(?:black|block) ?list|Unconfigured Sending Domain|\bsender(?: address| e-?mail)? (?:<address> )?(?:is |has been |was )?(?:black|block)-?list(?:ed)?\b(?! (?:ip|domain))|user's (?:reject|block|black) ?list/i,
      'sender-rejected',
    ],
    [
      /(?:message|mail|content).{0,40}(?:detected|classified|flagged|marked|consider(?:ed)?)(?: it)?(?: as| to be)?(?: an?)? spam\b(?! source)|Content-Policy reject/i,
      'spam-content',
    ],
    [
      /spam ?(?:\/|or|and) ?virus|virus ?(?:\/|or|and) ?spam|bulk\W?advert|mass mailer|blocked by (?:our|the) (?:\w+ )?filter/i,
      'spam-content',
    ],
    [
      /due to (?:a )?spam ?list|(?:rejected|blocked|refused|denied)\W{1,4}(?:\w+ ){0,2}listed (?:at|on|in|by)/i,
      'ip-blocked',
    ],
    [
      /\b(?:rejects?|blocks?|refuses?) (?:all )?spam\b|\bfilter(?:ing)? reject|(?:rejected|blocked|refused) by (?:\w+ ){0,2}filter/i,
      'spam-content',
    ],
    [/recipient is (?:not|only) accepting mail/i, 'policy'],
    [/receiving mail at a rate|(?<!\bfull\b.*)numerous attempts to deliver|number of posts/i, 'rate-limited'],
    [/attachment count/i, 'policy'],
    [
      /(?:outbound|outgoing) (?:mail|e-?mail|sending)? ?(?:is |has been )?(?:disabled|suspended|blocked)|sending (?:is |has been )?(?:disabled|suspended|blocked) for this|OutboundSpamException|main account unavailable|not authori[sz]ed to send (?:mail )?(?:from|as) th(?:is|e) (?:\w+ )?(?:address|sender|account|user)/i,
      'sender-rejected',
    ],
    [
      /["']?\b(?:From|Date|To|Subject|Message-ID)["']? header (?:field )?(?:is )?(?:missing|invalid|malformed|empty)|(?:missing|invalid|multiple|duplicate|no|bad|malformed|empty|illegal|broken|more than one) (?:\w+ ){0,2}["'<]?(?:Resent-)?(?:From|Date|To|Cc|Subject|Sender|Reply-To|Received|Message-ID|Content-\w+|MIME-Version)["'>]?:?(?: header| field| line)+/i,
      'malformed',
    ],
    [/\bAUTH first|need (?:EHLO and )?AUTH\b/i, 'relaying-denied'],
    [
      /(?:invalid|bad|illegal) MAIL ?FROM\b|need fully[- ]qualified (?:sender )?address|match a verified sender/i,
      'sender-rejected',
    ],
    [
      /\bdomain (?:is )?(?:currently )?(?:not active|inactive|suspended)\b|\buser (?:is )?hang-?up\b/i,
      'mailbox-disabled',
    ],
    [
      /(?:mail|message) (?:was |is |has been )?blocked(?: by (?:the )?(?:mail ?)?(?:server|system|administrator))?[.!]?$/i,
      'policy',
    ],
    [/check (?:that )?your (?:outgoing )?(?:SMTP|mail) server/i, 'policy'],
    [
      /\b(?:empty|missing|blank|no) subject\b|headers? fails? (?:\w+ )?syntax|\b(?:Date|timestamp)\b.{0,30}in the (?:past|future)/i,
      'malformed',
    ],
    [/Recipient address rejected: (?:please )?(?:re)?try (?:again )?later\b/i, 'system-error'],
    [/for your MAIL FROM address .{0,60}not liked/i, 'sender-rejected'],
    [/not yet authori[sz]ed to deliver/i, 'greylisted'],
    [/(?:mail|message|connection|access)s? (?:refused|rejected|denied|blocked)[ :-]{1,4}<ip>/i, 'ip-blocked'],
    [
      /dynamic(?:ally)?[- ]assigned|dynamic (?:IP )?(?:ranges?|pools?)\b|\bIPs (?:are |is |were )?(?:blocked|banned|blacklisted)/i,
      'ip-blocked',
    ],
    [/\bdatabase\b.{0,40}\b(?:maximum|quota)\b/i, 'mailbox-full'],
    [/\bblocked by (?:the |our )?attachment\b|\bmacro-enabled\b/i, 'malware'],
    [
      /\b(?:IPs?|server|host|client|address|<ip>)(?<=[\w>])\W.{0,40}\b(?:scor(?:e|ed|es|ing)|rank(?:ed|ing)?|rat(?:ed|ing)|trust(?:ed|worthiness)?)\b.{0,20}\b(?:low|poor|bad)(?:ly)?\b|\b(?:low|poor|bad) (?:\w+ )?(?:score|rank(?:ing)?|rating)\b/i,
      'ip-reputation',
    ],
    [
      /\b(?:space|storage|quota)\b.{0,30}\b(?:not (?:sufficient|enough)|insufficient|inadequate|depleted|used)\b/i,
      'mailbox-full',
    ],
    [
      /\b(?:no|find|lacks?|without|missing|neither)\b.{0,30}\b(?:MX|DNS|A)\b.{0,30}\b(?:your|sender|from|sending|envelope)\b.{0,20}\bdomain\b/i,
      'sender-rejected',
    ],
    [
      /\b(?:missing|no|invalid|absent|without|bad) (?:\w+ )?signature\b|\bsignature\b.{0,20}\b(?:missing|absent|invalid|required|lacking)\b/i,
      'auth-failed',
    ],
    [
      /\b(?:web ?(?:address|site|page|link)s?|hyper ?links?)\b.{0,60}\b(?:list(?:ed)?|phish\w*|black\w*|block\w*|malicious|dangerous|bad)\b/i,
      'link-blocked',
    ],
    [
      /\b(?:message|mail|body|content|data|attachment|file)s?\b.{0,20}\b(?:exceeds?|exceeded|surpass\w*|over|above) (?:the )?(?:limit of )?<number>|\battachment\b.{0,20}\b(?:limit|maximum)\b/i,
      'message-too-large',
    ],
    [/\b(?:slow|reduce|lower|decrease|throttle) (?:down )?your\b/i, 'rate-limited'],
    [/\bearly talker|\btalk(?:ed|ing|s)? (?:too early|before)/i, 'protocol'],
    [
      /^(?!.*(?:spam|virus|malware|black ?list|block ?list|spf|dkim|dmarc|reputation|content|<ip>)).*(?:rejected|refused|denied|blocked) (?:for|due to|because of) (?:\w+ )?polic(?:y|ies)\b/i,
      'policy',
    ],
    [/^(?!.*\baddress).*\b(?:bad syntax|invalid input)\b/i, 'protocol'],
    [/\bspam (?:sources?|origins?)\b/i, 'ip-blocked'],
    [/RCPT(?: TO)?:? ?<address>:? (?:was |is )?(?:refused|rejected)/i, 'user-unknown'],
    [
      /they are not accepting mail|not accepting any (?:e-?)?mail|(?:user|recipient|mailbox|account|address>?) (?:cannot|can not|can't|is unable to) receive (?:e-?)?mail|mail ?address is (?:\w+ )?(?:disabled|blocked|locked|closed)/i,
      'mailbox-disabled',
    ],
    [/\bHeuristics\.Phishing/i, 'malware'],
    [/phish(?:ing)?/i, 'spam-content'],
    [
      /SPAM_SUSPECT:IP|your IP ?\S* (?:is |was |has been )?(?:filtered|not registered)|register your IP|black ip\b/i,
      'ip-blocked',
    ],
    [/(?:by|from) (?:the |our |a )?(?:anti-?)?spam filter/i, 'spam-content'],
    [/bounces? (?:are |is )?never sent to more than one|only one rec\w+ (?:is )?accepted/i, 'policy'],
    [
      /(?:send(?:ing|er)?|submission|outgoing|outbound|relay|monthly|weekly|daily|hourly)(?: (?:mail|message|e-?mail|smtp))? (?:quota|limit)\b|quota of (?:mails|messages|recipients)/i,
      'rate-limited',
    ],
    [/wrong or no longer valid/i, 'user-unknown'],
    // The mailbox
    [
      /(?:over|exceed(?:s|ed|ing)?|violat\w+|out of|insufficient|beyond).{0,30}(?:quota|storage|disk space|mailbox size|allocation)|(?:quota|storage|mailbox|mail ?box|inbox|mail ?folder|disk|account)(?: is| usage| size| limit| space| file)* (?:is |has )?(?:full|exceed|over\b|reached|used up|limit exceeded|violation)|quota (?:has been )?(?:exceed|full|violat)|over ?quota|full mailbox|not enough (?:storage|space|disk)|no space (?:left )?(?:in|for)|would exceed.{0,30}(?:storage|quota)|allowed message count|too many messages (?:in|on) (?:the |this |your )?(?:mailbox|server)|over the maximum allowed number of messages|too much mail data(?! from)|Inode limit|space has (?:been )?used up|larger than the space available|not able to receive any more|has exhausted allowed storage|Mailbox limit exe?eded|domain size limit|size limit exceeded for (?:this )?(?:mailbox|user)|doesn't have (?:enough|sufficient) (?:space|storage)/i,
      'mailbox-full',
    ],
    [
      /(?:account|mailbox|mail box|user|recipient|address|addressee|customer|subscriber|e-?mail)(?:'s)?(?: <?address>?)?(?: <id>)?(?: has been| is| was| are| currently| temporarily| account)* (?:disabled|deactivated|suspended|inactive|locked|closed|blocked from receiving|terminated|discontinued|cancell?ed|frozen|expired|archived|retired|de-?activated|not (?:been )?active|not activated)|\b(?:disabled|inactive|suspended|deactivated|closed|expired|frozen) (?:account|user|mailbox|recipient|address|subscriber)|DisabledUser|deactivated mailbox|User account not activated|no longer (?:accepts?|authori[sz]ed|receiv\w+|valid|available|active|in use|on (?:this |the )?(?:server|system|<address>)|employed|works)|temporary locked|account (?:is )?on hold|mailbox .{0,30}unavailable: account|(?:<address>|<\w+>|status).{0,5} (?:is|has been|was)(?: now| currently)* (?:disabled|deactivated|suspended|inactive|locked|closed|terminated|expired|restricted from)|\bon hold\b|moved (?:to|away)|left the company|mailbox has moved|never logged|has(?:n't| not) (?:entered|logged)|not (?:currently )?being accepted|(?:is|are) (?:not|no longer) (?:used|monitored|in use)\b|no longer used/i,
      'mailbox-disabled',
    ],
    [
      /(?:message|mail|e-?mail|body|file|attachment|content|header)s?(?: size| file size| length| header size)?(?: is| was| of <number>| <number>)* (?:too (?:large|big|long)|larger than|over(?:size| the (?:size|maximum size)))|(?:size|length) (?:exceeds|limit|of (?:the |your )?message)|too (?:large|big) (?:for|message|attachment)|exceeds? (?:the )?(?:(?:maximum|fixed|allowed|administrative|message|our) )*(?:size|length)|message (?:length|size) (?:exceeds|limit)|maximum (?:allowed )?(?:\w+ )?message size|(?:exceed\w*|over|above|beyond|larger than|limit).{0,50}\b(?:message|mail|attachment|file|content|data) ?(?:size|length)\b|oversize/i,
      'message-too-large',
    ],
    [/(?:alias|forwarding|mailbox) expired|blocked (?:due to|for) inactivity/i, 'mailbox-disabled'],
    [/(?:limit|quota) (?:was |has been |is )?exceeded|(?:monthly|hourly|daily) \w*\s?(?:limit|quota)/i, 'rate-limited'],
    // The rate
    [
      /too many (?!messages (?:in|on) (?:the|your|this))(?:concurrent |simultaneous |open |parallel |new )?(?:connections?|sessions?|messages?|mails?|e-?mails?|requests?|SMTP|commands|errors|attempts|transactions|deliveries)|rate[- ]?limit|ratelimit|(?:connection|message|sending|delivery|mail|recipient|hourly|daily|throughput|frequency) (?:rate |sending )?(?:limit|quota)(?: has been| is| was)? (?:exceeded|reached|hit)|(?:exceed\w*|over|reached|hit).{0,50}(?:rate|connection|message|sending|recipients?|hourly|daily|per (?:hour|minute|second|day|connection|session)).{0,20}(?:limit|threshold|quota|allowed)?|throttl|\b(?:send(?:ing)? |hourly |daily |mail |message )rate (?:limit )?(?:is )?exceeded|exceeded the max(?:imum)? (?:defers|number)|frequency limited|slow down|too much (?:mail|e-?mail|traffic)\b(?! data)|send too many|sending too (?:fast|many|much)|too (?:fast|frequent|quickly)|maximum number of (?:connections|messages|recipients per (?:hour|day))|(?:messages|recipients|mails|connections) per (?:hour|minute|second|day|connection|session)|limit of (?:connections|messages)|unusual (?:rate|volume|sending|traffic)|excessive (?:volume|rate|connections|number)|(?:many|much) (?:mail|message)s? (?:from|in) .{0,40}(?:hour|minute|day)|concurren(?:t|cy).{0,30}(?:limit|exceed|connections)|connection count|connection limit|volume (?:limit|too high)|temporarily deferred due to|resources temporarily restricted|Try again later.{0,20}(?:limit|throttl)|reduce (?:your )?(?:rate|volume)|sent too many/i,
      'rate-limited',
    ],
    [
      /too many (?:recipients|rcpt|RCPT TO|receivers|addressees)|maximum (?:number of )?recipients|number of recipients exceeds|recipients? (?:count|limit) exceeded|multiple recipients (?:not allowed|unsupported)|only one recipient/i,
      'too-many-recipients',
    ],
    // Who we are
    [/^(?!.*\bIPs?\b).*(?:blocked|rejected|refused) by (?:the |this )?(?:recipient|user)\b/i, 'policy'],
    [
      /identified as (?:a )?spam(?:mer| source)|spammer|deny ?ip|black ?hole|request (?:removal|delisting)|\bde-?list|(?:mails?|messages?|connections?) from \[?<ip>\]? (?:is |are |was )?(?:not allowed|refused|rejected|denied|blocked)|un-?block(?:ed|ing)? .{0,30}https?:|Currently Sending Spam/i,
      'ip-blocked',
    ],
    [/DMARC/i, 'dmarc-policy'],
    [
      /(?:reverse[ -]?(?:DNS|lookup|hostname|path|mapping)|rDNS|\bPTR\b|hostname for <ip>).{0,80}|(?:cannot|can't|could not|unable to|failed to|does not) (?:find|resolve|verify|have|match).{0,25}(?:your (?:reverse )?(?:host ?name|address)|reverse|hostname for)|cannot find your (?:reverse )?hostname|no (?:rDNS|reverse)|IP name lookup failed|unresolvable relay host|unverifyable sending IP|forward[- ]confirmed|FCrDNS|dynamic (?:IP|host|address)|residential IP|generic (?:host ?name|rDNS|DNS)/i,
      'ptr',
    ],
    [
      /\bSPF\b|\bDKIM\b|Sender Policy Framework|Sender ID|Purported Responsible Address|domain ?keys|not authenticated|(?:fail|without|no|lacks?|missing|must (?:have|pass)|require).{0,30}(?:authentication (?:checks?|information|results?)|e-?mail authentication)|unauthenticated (?:e-?mail|message|sender|mail)|INVALID IP FOR SENDING MAIL OF DOMAIN|mismatches client ip|not (?:allowed|authori[sz]ed|permitted) to send (?:mail |e-?mail |messages )?(?:from|for|on behalf|as)|designated sender|spoof|forged|\bARC\b/i,
      'auth-failed',
    ],
    [
      /only allowed with authentication|receive your mail before sending|unauthori[sz]ed (?:\w+ )?relay|\brelay(?:ing)?\b.{0,30}(?:prohibited|forbidden|disallowed|unauthori[sz]ed|rejected)|\bAUTH(?:ENTICATION)? (?:failed|required)|(?:relay|relaying)(?: access| traffic)?(?: is| was)? (?:denied|not (?:permitted|allowed)|disallowed|prohibited|disabled|forbidden|refused|restricted|rejected)|(?:unable|not (?:allowed|permitted|configured|authori[sz]ed)|cannot|denied|won't|will not|can't|don't|does not|isn't allowed) (?:to )?relay|relay(?:ing)? (?:is )?(?:not|access)|we (?:do not|don't) relay|not (?:configured to relay|a gateway|a relay)|as a relay|isn't in my list of allowed rcpthosts|allowed rcpthosts|no relay|SMTP AUTH(?:entication)? (?:is )?required|authentication (?:is )?required|must (?:authenticate|log ?in)|turn on SMTP Authentication|Please (?:log in|authenticate)|I cannot deliver mail for|(?:do(?:es)? not|not|don't) (?:accept|handle|host|serve|deliver) (?:mail |e-?mail |messages )?(?:for|to) (?:this|that|the)? ?(?:domain|<host>)|domain .{0,40}(?:not (?:hosted|local|accepted|served|handled)|isn't hosted)|not (?:a )?local domain|Username and Password not accepted|Invalid credentials|bad credentials|authentication (?:failed|failure|unsuccessful|credentials|cancel\w+|aborted)|open relay/i,
      'relaying-denied',
    ],
    [/domain (?:name )?(?:is )?not allowed(?!.{0,20}(?:sender|send))/i, 'relaying-denied'],
    [
      /URL\/Phone|\b(?:URL|URI|link|hyperlink)s?\b.{0,60}(?:block|black|list|ban|reject|malicious|spam|not allowed|suspicious)|(?:blacklisted|blocked|listed|suspicious|bad|spam) (?:URL|URI|link)|URIBL|SURBL/i,
      'link-blocked',
    ],
    [
      /virus(?![-\s&]*(?:firewall|filter|wall))|malware|malicious|trojan|infected|worm\b|phish|(?:attachment|file|executable|extension).{0,40}(?:type|extension|forbidden|prohibited|not (?:allowed|accepted|permitted)|banned|blocked|disallowed|potential(?:ly)? (?:security|dangerous|harmful))|blocked because its content|(?:banned|illegal|forbidden|prohibited|blacklisted|disallowed)(?: \S+){0,2} (?:file|attachment|extension|MIME type)|(?:dangerous|harmful|unsafe) (?:attachment|content|file)|unacceptable attachment|attachment filter/i,
      'malware',
    ],
    [
      /(?:sending|sender|your|client|from|<ip>|\bIP\b|server).{0,60}(?:poor|bad|low|negative) (?:\S+ )?reputation|(?:poor|bad|low|negative) (?:\S+ )?reputation|reputation (?:problem|score|is (?:too )?low|too low)|(?:IP|sender|server) reputation|(?:due to|because of|for|based on) (?:\w+ )?reputation/i,
      'ip-reputation',
    ],
    [
      /domain.{0,40}(?:is |has been |was )?(?:black ?list|block ?list|deny ?list|blocked|banned|listed|reject list)|blacklisted domain|blocked domain|no access (?:for|from) (?:this|your) domain/i,
      'domain-blocked',
    ],
    [
      /(?:ip|ip address|client|client host|host|server|network|connection|connections|access|hosts?|netblock|subnet|relay|mta|mail server|<ip>)\W.{0,60}(?:black ?list|block ?list|deny ?list|blocked|banned|listed (?:in|on|at|as|by)|refused by|not welcome|not allowed to connect|rejected for|has been (?:rejected|denied))|(?:black ?list|block ?list|deny ?list|banned).{0,40}(?:ip|host|client|server|network|<ip>|relay)\b|blocked (?:by|using|due to|because) .{0,40}(?:list|rbl|ip)|(?:black|block) ?listed|black ?listing|block ?listing|you are (?:not allowed to connect|blocked|banned)|no access (?:for|from) (?:this|your) ip|\bIP (?:address )?(?:is |was )?(?:rejected|denied|refused|invalid|banned)|invalid IP\b|insecure mail relay|not (?:currently )?accepting (?:mail|connections|anything|messages|any mail) from (?:your|this|<)|too many spams|open proxy|suspiciously like spammer|confirmed (?:spam|abuse) source|access (?:forbidden|denied) .{0,20}(?:IP|<ip>)|Client host rejected|(?:don't|do not) accept (?:mail|messages|connections) from (?:your|this) (?:ip|host|network)|Your access to (?:submit messages to )?this (?:e-?mail|mail) system has been rejected|Connection (?:denied|rejected|not allowed|refused|dropped|closed)|my name was rejected/i,
      'ip-blocked',
    ],
    // What we say
    [
      /\bspam(?!dyke|gourmet)|unsolicited|\bUBE\b|\bUCE\b|junk ?mail|bulk (?:e-?)?mail|mass ?mail|content (?:was |is )?(?:reject(?:ed)?|denied|filter|blocked|not accept|policy|scanner|restriction)|(?:rejected|blocked|refused|denied).{0,30}\bcontent\b|message (?:was |has been )?(?:filtered|scored)|looks like (?:spam|junk)|Recurrent Pattern|(?:mail|message) data (?:was )?(?:refused|rejected)|(?:as|is) bulk\b|bulkmail|message is banned|\bDCC\b|has been quarantined|words? in the message|(?:sensitive|banned|forbidden|illegal) words?|filter rules|reject content|advertising|offensive|objectionable|forbidden (?:word|content|phrase)|prohibited (?:word|content|phrase)|score (?:of|too high|exceed|above)|SpamAssassin|rspamd|bayes/i,
      'spam-content',
    ],
    // The sender's address
    [
      /no access (?:for|from) (?:this|your) (?:user|sender|address)|(?:fake|bogus) sender|(?:sender|mail ?from|from|return[- ]path|envelope[- ](?:sender|from)|originator|reverse-path)\b.{0,70}(?:does ?n[o']t exist|not (?:found|exist|allowed|accepted|authori[sz]ed|permitted|valid|resolv\w+)|unknown|invalid|rejected|refused|denied|verify failed|verification failed|callout|unresolv\w+|non-?existent|blocked|blacklisted|cannot be (?:verified|resolved)|has no (?:A|MX|DNS)|must (?:exist|resolve|be)|no (?:valid )?(?:MX|DNS|A)\b)|invalid sender|bad sender|unknown sender|sender (?:address )?(?:rejected|verify|domain)|Domain of sender|envelope sender domain must exist|null sender|empty (?:envelope )?sender|backscatter|unroutable sender|valid sender (?:domain)?|\bsender\b.{0,30} is not |sender not |for sender address|MAIL ?FROM .{0,40}mis-?match|from address.{0,30}mis-?match|but sender was rejected|Verify mail ?from|not (?:a )?(?:subscribed|pre-approved|member of (?:this|the|our) (?:mailing )?(?:list|group))|non-?member|members[- ]only|closed mailing list|not allowed to post|Sender Domain Resolve Fail/i,
      'sender-rejected',
    ],
    // The address
    [
      /(?:user|mailbox|mail ?box|recipient|account|address|addressee|alias|e-?mail|customer|person|name|member|ID)(?:'s)?\b.{0,60}(?:unknown|not (?:found|exist|known|valid|recogni[sz]ed|registered|listed|present|local|available|here|in (?:our|the|my|this)|a valid|an active|ok|our)|do(?:es)? ?n[o'’]?t (?:exists?|appear|have)|non-?existent|invalid|unavailable|undeliverable|unallocated|is wrong|no longer|misspelled|unrecogni[sz]ed|is not a)|(?:unknown|invalid|no such|non-?existent|bad|illegal|wrong|unrecogni[sz]ed|nonexistant|undeliverable|incorrect|unavailable) (?:\S+ )?(?:user|mailbox|mail ?box|recipient|account|address|addressee|alias|local[- ]?part|e-?mail|name|id\b|person|destination|rcpt|customer|subscriber|member|virtual)|no (?:mail ?box|account|user|recipient|person|one|such (?:user|person|address|mailbox|account|recipient|id|name)|valid (?:recipients?|mailbox)|mail-box|matches).{0,40}|not (?:a )?(?:our|valid|known|registered|local)\b.{0,20}(?:customer|user|address|mailbox|recipient|account|gateway user|e-?mail)|RCPT <?address>? does not exist|not (?:a )?user (?:of|on|at)|There is no one at|badrcptto|several matches found|not listed in (?:Domino|public|the)|delivery to (?!the following).{0,40}(?:not possible|failed)|user (?:is )?not|That address is|do(?:es)?n'?t exists? .{0,20}(?:user|mailbox|recipient|account)|(?:recipient|user|address|mailbox|account).{0,30}(?:cannot|can not|could not|can't) be verified|path no exist|not (?:a )?member of (?:this |the )?domain|does not like recipient|Wrong (?:recipients?|address)|User \S+ (?:does|was) not|add?ress (?:error|rejected(?!:)|lookup failed)|\bunknown or illegal alias|Recipient (?:address )?(?:rejected|not ok|refused)(?: - |[.!:]?(?: \(\w+\))?$)|no (?:\w+ )?(?:entry|mapping) for (?:this|that|<)|ha(?:s|ve) no mail|mailbox (?:name )?not allowed|not deliverable|cannot be delivered to|vdeliver|unroutable address|unrouteable address|User unknown|mail ?box unavai\w+|bad-?(?:rcpt|recipient)-?to|valid-?rcpt-?to|can(?:no|')t accept user|not e-?mail address|in name directory|envelope recipient has been denied|wrong or no longer valid|final (?:email )?delivery (?:point|user)/i,
      'user-unknown',
    ],
    // The form
    [
      /(?:does|do) not (?:conform|comply)|bad (?:syntax|address syntax)|invalid (?:data|structure|message content)|malformed|not (?:RFC )?compliant|RFC <number> compliant|violat\w+ (?:of )?(?:RFC|protocol|standards?)|(?:bare|stray) (?:LF|CR|line|new-?line)|(?<!command )line (?:too long|length)|(?:duplicate|missing|invalid|multiple|bad|blank|empty|illegal|non-ASCII|8-?bit) (?:\S+ )?(?:header|From|Date|Message-ID|MIME|character)|header error|headers? (?:are|is|was) (?:not|invalid|malformed)|\bMIME\b|Message-ID|improperly formatted|invalid (?:message )?format/i,
      'malformed',
    ],
    [
      /syntax error|bad sequence|improper (?:sequence|command)|out of (?:sequence|order)|command (?:not|unrecogni[sz]ed|unknown|rejected)|(?:unrecogni[sz]ed|unimplemented|unknown|unexpected|bad) command|protocol (?:error|violation|failure)|HELO|EHLO|pipelin|before greeting|synchroni[sz]ation error|need (?:MAIL|RCPT|DATA)|MAIL first|no valid recipients|RSET|XCLIENT|8BITMIME|SMTPUTF8|internationali[sz]ed|greeting|polite people say|not implemented|parameters? (?:not|error)/i,
      'protocol',
    ],
  ],
  sources: [
    { url: 'https://smtpfieldmanual.com/', checked: '2026-11' },
    { url: 'https://libsisimai.org/en/reason/', checked: '2026-11' },
  ],
});
