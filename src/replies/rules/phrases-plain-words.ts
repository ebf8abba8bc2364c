import { defineRules } from '../rule.ts';

/**
 * What people write who set up a server and find words of their own: the reason told in a sentence, without the words of any
 * mail server. Read when nothing else in English did, whose fault it is before what it is.
 */
export default defineRules({
  kind: 'phrases',
  rules: [
    [
      /\bcaptcha\b|\b(?:one-?time|sender|identity) (?:verification|confirmation)\b|\b(?:awaits?|awaiting|held for|needs?|requires?) (?:\w+ )?(?:approval|confirmation)|are you (?:a )?human|prove (?:that )?you|not a robot/i,
      'challenge',
    ],
    [
      /\bdo[- ]not[- ](?:send|mail|e-?mail|contact|disturb)\b|\bopt(?:ed)?[- ]?out\b|\bunsubscribed\b|\basked (?:us )?not to (?:be|get|receive)|\bbounced (?:before|previously|earlier|already|in the past|last|several|recently)\b|\bprevious(?:ly)? (?:hard )?(?:bounces?|complaints?)\b/i,
      'suppressed',
    ],
    [
      /\b(?:came|comes?|coming|sent|went) back to us\b|\bseen (?:this|the|your) (?:\w+ )?(?:message|mail|e-?mail) (?:\w+ )?(?:before|already)|\bin circles\b|\bbouncing between\b|\bback and forth\b|\bendless(?:ly)?\b|has been here before|forwards? (?:back )?to itself/i,
      'loop',
    ],
    [
      /\b(?:we|have|has|been|was) (?:gave|giv(?:en|ing)) up\b|\bgave up (?:after|on|trying)|(?:stopped|no longer|quit) (?:re-?)?trying|\b(?:retry|retries|delivery|queue|lifetime) (?:period|time|window|limit|count|attempts)\b.{0,20}\b(?:reached|exceeded|over|elapsed|expired|up)\b|tr(?:ied|ying) for (?:<duration>|\w+ (?:hours?|days?))/i,
      'expired',
    ],
    [
      /\bdomain\b.{0,30}\b(?:has|have|having|with|publishes) (?:no|neither)\b.{0,50}\b(?:mail|MX|A|address|servers?|records?)\b|no mail servers? (?:for|is|are|exists?)\b/i,
      'domain-unknown',
    ],
    [
      /\b(?:only|must)\b.{0,40}\b(?:encrypted|secured?|TLS)\b.{0,20}\b(?:channel|connection|transport|session)|\b(?:negotiate|establish|set up|agree on) (?:an? |the )?(?:secured?|encrypted|TLS|SSL)\b|\bcommon cipher|\bciphers?\b|\b(?:unencrypted|clear-?text|plain-?text) (?:\w+ )?(?:mail|message|connection|session|delivery)/i,
      'tls',
    ],
    [
      /\bnever (?:seen|met|heard|received|had)\b.{0,40}|\b(?:new|first|unfamiliar|unknown) (?:sender|server|host|contact)\b.{0,60}\b(?:later|again|retry|wait|temporar|delay)|(?:don't|do not|doesn't|does not) know (?:this|your|that) (?:\w+ )?(?:server|sender|host|address) yet/i,
      'greylisted',
    ],
    [
      /\btoo (?:much|many) (?:e-?)?(?:mails?|messages?|requests?|traffic|deliver\w+|attempts)\b|\b(?:slow|calm|cool) (?:it )?down\b|\b(?:send(?:ing|s)?|sent|arriv\w+|com(?:es?|ing)) (?:\w+ ){0,2}too (?:fast|much|many|quickly|often)|\b(?:allowance|burst|flood(?:ing|ed)?)\b|\b(?:per|last|this|each|every) (?:second|minute|hour|day)\b.{0,40}\b(?:limit|exceed|too|maximum|allow)|\b(?:limit|exceed\w*|maximum|allow\w*)\b.{0,40}\b(?:per|last|this|each|every|an?) (?:second|minute|hour|day)\b/i,
      'rate-limited',
    ],
    [
      /\b(?:more than|over|at most|only|maximum(?: of)?|up to) (?:<number> )?(?:recipients?|addressees?|receivers?)\b|\b(?:recipients?|addressees?) (?:allowed )?(?:per|in (?:one|a single|each)) (?:transaction|message|session|mail)/i,
      'too-many-recipients',
    ],
    [
      /\b(?:message|mail|e-?mail|letter|attachment|file|it)\b.{0,20}\b(?:bigger|larger|heavier|longer) than\b|\b(?:size|bytes|kB|MB)\b.{0,30}\b(?:limit|allowed|maximum|accept)/i,
      'message-too-large',
    ],
    [
      /\b(?:no|not enough|little|without) (?:more |any |free |enough )?(?:room|space|storage)\b|\bout of (?:room|space|storage)\b|\b(?:used up|exhausted|maxed out|consumed|filled)\b.{0,30}\b(?:storage|space|quota|allowance|mail ?box|inbox|room)\b|\b(?:storage|space|quota|mail ?box|inbox)\b.{0,20}\b(?:used up|exhausted|maxed out|consumed|filled|overflow\w*)\b|\b(?:hit|met) (?:its|the|their) (?:size |storage )?(?:limit|quota|cap)\b|\b(?:mail ?box|inbox|account|storage)\b.{0,30}\b(?:at|reached|over|beyond|above) (?:its |the )?(?:capacity|maximum|limit|quota)\b|\b(?:mail ?box|inbox)\b.{0,20}\b(?:over-?(?:flow|fill|load|stuff|size)\w*|can ?not hold|is packed|crammed)|\b(?:empty|clean|clear|tidy) (?:out |up )?(?:his|her|their|the) (?:mail ?box|inbox)/i,
      'mailbox-full',
    ],
    [
      /\b(?:dormant|abandoned|decommissioned|graduated|resigned|deceased|departed|passed away|wound up|de-?provisioned|off-?boarded|withdrawn|retired)\b|\b(?:mail ?box|account|address|user|recipient|login|access)\b.{0,30}\b(?:revoked|removed|turned off|switched off|shut (?:down|off)|taken down|deleted|erased|purged|barred|cut off)\b|\b(?:not|never) (?:been )?(?:opened|used|accessed|checked|logged in|signed in)\b.{0,30}\b(?:for|in|since|over)\b|\bleft (?:us|our|the (?:firm|school|organi[sz]ation|university|team))\b/i,
      'mailbox-disabled',
    ],
    [
      /\b(?:look-?up|search|query)\b.{0,30}\b(?:returned|found|gave|yielded|brought) (?:nothing|none|no)\b|\b(?:don't|do not|doesn't|does not|didn't|did not) (?:have|know|find|recogni[sz]e|host|serve|see)\b.{0,30}\b(?:user|customer|mail ?box|person|recipient|account|address|member|employee|student|name)\b|\b(?:nobody|no-?one|no person|no employee|no student|none)\b.{0,30}\b(?:name|address|here|called|known)\b|\b(?:mail ?box|user|recipient|address|account|person|name)\b.{0,20}\b(?:isn't|is not|aren't|not) (?:one of|on|in|among|part of|known|provisioned|set up|configured|hosted|recorded|ours?|mine)\b|\bno (?:record|trace|sign|match|listing|entry) (?:of|for)\b|\b(?:could|can) ?n[o']t be (?:matched|mapped|assigned|located|traced)\b|\bunable to (?:match|locate|identify|find)\b|\bno (?:mail ?box|account|user|recipient)\b.{0,20}\b(?:found|exists?|here|by)\b|\bnever existed\b|\b(?:belongs?|assigned|corresponds?) to (?:no|none|nobody)\b|\bnot (?:assigned|attached|mapped) to (?:any|an?)\b|\bmisspel(?:t|led)\b|\btypo\b/i,
      'user-unknown',
    ],
    [/\bno (?:route|way|path) to\b/i, 'routing'],
    [
      /\b(?:hung|hangs?|hang) up\b|\bEOF\b|\b(?:peer|server|host|client|they) (?:closed|dropped|reset|terminated|ended|broke)\b|\b(?:host|server|peer|mx) (?:is |was |went |seems )?(?:down|offline|away|gone|dead|silent)\b|\b(?:remote|other|far) (?:end|side|party)\b.{0,30}\b(?:closed|dropped|disconnected|vanished|left)|\b(?:no|without) (?:reply|answer|greeting|banner)\b|\breset by\b|\b(?:tcp|socket|session) (?:reset|closed|aborted|error)|\btimed? ?-?out\b|\bdid ?n[o']t (?:greet|speak|reply)\b/i,
      'connection',
    ],
    [
      /\b(?:lacks?|lacking|without|misses|missing) (?:an? |any |the |its )?(?:valid |proper )?(?:From|Date|To|Subject|Message-ID|Content-Type|header)\b|\b(?:two|several|more than one|multiple|many) (?:From|Date|To|Subject|Message-ID)\b/i,
      'malformed',
    ],
    [
      /\b(?:raw |unencoded |non-?ASCII |8-?bit )(?:8-?bit |non-?ASCII )?characters?\b|\b(?:broken|bad|wrong|unknown) (?:MIME|encoding|charset|boundary)\b/i,
      'malformed',
    ],
    [
      /\b(?:only|just) (?:takes?|accepts?|handles?|receives?|relays?) (?:e-?)?(?:mails?|messages?) for\b|\bnot (?:a )?(?:local|hosted) domain\b|\b(?:authenticat\w+|log-?in|password|credentials)\b.{0,20}\b(?:needed|required|missing|first)\b|\b(?:are|am|is) not (?:the |an? )?(?:MX|mail exchanger|responsible) for\b/i,
      'relaying-denied',
    ],
    [
      /\b(?:executable|script|macro|archive|encrypted zip|attachment|attached file)s?\b.{0,40}\b(?:refused|rejected|stripped|forbidden|prohibited|not (?:allowed|accepted|permitted)|blocked|dangerous|unsafe)\b|\b(?:trojan|worm|ransomware|malicious|infected)\b/i,
      'malware',
    ],
    [/\bsuspicious\b$|\bsuspicious (?:content|URLs?|links?|text|wording|attachment)/i, 'spam-content'],
    [
      /\b(?:junk|unsolicited|unwanted|bulk|mass|commercial|promotional|marketing|advertis\w+|newsletters?)\b.{0,40}\b(?:mail|e-?mail|message|content|filter|sender|material)?/i,
      'spam-content',
    ],
    [
      /\b(?:compan(?:y|ies)|corporate|organi[sz]ation\w*|house|internal|local|site|our|security|compliance)\b.{0,12}\b(?:rules?|guidelines?|regulations?|standards?)\b|\b(?:only|solely|just) (?:accepts?|receives?|takes?|gets?) (?:e-?)?(?:mails?|messages?) from\b|\b(?:not|n't) (?:taken|wanted|welcome|accepted|allowed|permitted|received) (?:here|by us|at this)\b|\bfree(?:mail)? (?:providers?|services?|accounts?)\b|\b(?:outside|external|foreign) (?:senders?|mail|addresses|domains)\b|\b(?:internal|inside) (?:users?|senders?|addresses|mail) only\b/i,
      'policy',
    ],
  ],
  sources: [{ url: 'https://github.com/ActiveCampaign/smtp-field-manual/issues/11', checked: '2026-11' }],
});
