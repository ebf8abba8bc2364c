import { inTurn, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** Servers that say which of their restrictions refused: whose fault it is stands in front, whatever words follow. */
export default defineRules({
  kind: 'server',
  rules: [
    [
      inTurn(
        /Sender address rejected: /i,
        /(?!.*(?:gr[ae]y|SPF|\bDKIM|try again|temporar|later|verification in progress|rate|too many|black ?list|block ?list|spamhaus))/i,
      ),
      'sender-rejected',
    ],
    [/Client host rejected: .{0,30}too many/i, 'rate-limited'],
    [/Client host rejected: .{0,10}not authenticated/i, 'relaying-denied'],
    [
      /Client host rejected: (?!.*(?:gr[ae]y|host ?nam|reverse|PTR|DNS|rate|try again|temporar|later|too many|TLS|relay|not authenticated))/i,
      'ip-blocked',
    ],
    // What the server found when it asked after the address itself.
    [/(?:undeliverable|unverified) address: connect to\b/i, 'connection'],
    [/\b5\d\d\b.*\bnot accepting (?:connections|messages)\b/i, 'ip-blocked'],
    [
      inTurn(
        /^(?!.*(?:reverse|PTR)).*\b(?:EHLO|HELO)\b.{0,60}/i,
        oneOf(
          /must contain|does not (?:map|match|resolve)|not a? ?valid|invalid|requires|required|needed/i,
          /missing/i,
        ),
      ),
      'protocol',
    ],
    [/Must issue a STARTTLS/i, 'tls'],
    [
      /No AUTH command|relay attempt|no longer relays|turn (?:on )?(?:smtp )?auth|Local user only or Auth/i,
      'relaying-denied',
    ],
    [
      oneOf(
        /\b(?:sender|from|domain|identity|email address)\b.{0,40}(?:is |are |has )?not (?:been )?(?:yet )?verified/i,
        /can only send (?:testing|test) e-?mails/i,
        /sending from (?:the )?(?:domain|address|this|that)\b.{0,40}not|Sender is not allowed to relay/i,
      ),
      'sender-rejected',
    ],
    [/host <host> \[?<ip>\]? from (?:unknown|RFC\d+ reserved|a? ?reserved)/i, 'ptr'],
    [/sender <address> from (?:unknown|RFC\d+ reserved|a? ?reserved)/i, 'sender-rejected'],
    // A sentence about the sender: its subject tells whose fault it is.
    [
      inTurn(
        /^(?:\w+; ?)?(?:[45][\d.]+[- ]+)*"?(?:the )?sender(?:'s)?(?: (?:address|domain|e-?mail))? /i,
        /(?!.*(?:SPF|\bDKIM|DMARC|authenticat|gr[ae]y|reputation|\bIPs?\b|<ip>|RBL|listed|temporar|later|pre-?approved))/i,
        /.{0,60}/i,
        /not|blocked|rejected|denied|refused|invalid|too long|unknown|unauthori[sz]ed|mismatch/i,
      ),
      'sender-rejected',
    ],
    [
      oneOf(
        /\bsending (?:e-?mail )?address (?:is |was )?(?:not|blocked|rejected|refused)/i,
        /sender (?:address )?(?:does not|doesn't) match|sender verify failed\W*$/i,
      ),
      'sender-rejected',
    ],
    [
      oneOf(
        /your (?:e-?mail |mail )?(?:address|account) .{0,60}(?:black ?list|block|compromised)/i,
        /not allowed in (?:the )?(?:header|envelope)[- ]from/i,
        /(?:address|account|user) (?:cannot|can ?not|may not) send\b/i,
      ),
      'sender-rejected',
    ],
    // Bounces nobody sent, and those without the mark of one that was (BATV): the envelope is refused, not the recipient.
    [
      oneOf(
        /\bBATV\b|bouncedeny|third-party dsns|unsigned dsn|returned mail not accepted|bogus mail from/i,
        /\bfrom (?:address )?(?:must (?:be|equal|match)|is not (?:one of|among) your)|\b5\d\d <>:/i,
        /fully qualified (?:e-?mail|sender) address required|sender is (?:a )?spammer/i,
      ),
      'sender-rejected',
    ],
    [
      /^\W*(?:[45][\d.]+[- ]+)*go away\b|no access from mail server|use the (?:smtp|mail) server of your/i,
      'ip-blocked',
    ],
    [
      /\bI(?:'m| am| will be) (?:away|out of (?:the )?office|on (?:vacation|holiday|leave)|travell?ing)\b/i,
      'auto-reply',
    ],
    [/\brejected by (?:the )?recipient(?:'s)? setting/i, 'policy'],
    [
      /\b(?:must|may only|can only) (?:come|be sent|originate) from (?:inside|within|internal|members|staff)\b/i,
      'policy',
    ],
    [
      inTurn(
        /\bconnections? from your (?:network|host|server|IP|address|range|provider)\b.{0,20}\b/i,
        /(?:refused|rejected|blocked|denied|not (?:accepted|allowed))\b/i,
      ),
      'ip-blocked',
    ],
    [/\b(?:server|host|IP|network)\b.{0,30}\bbad name\b/i, 'ip-reputation'],
    [/\byour domain(?:'s)?\b.{0,20}\b(?:standing|score|trust|rating)\b/i, 'domain-reputation'],
    [
      /\byour (?:e-?mail )?address is on\b.{0,30}\b(?:ignore|personal|private|recipient's|user's)\b/i,
      'sender-rejected',
    ],
    [/\bmore (?:people|recipients|addressees|addresses|persons) than\b/i, 'too-many-recipients'],
    [
      inTurn(
        /\b(?:mails?|messages?|e-?mails?|files?|attachments?) (?:of )?/i,
        /(?:up to|(?:no|not) (?:larger|bigger) than|below|under) (?:\w+ ?(?:MB|megabytes?|kilobytes?|KB|MiB)|<number>)/i,
        /(?!\w)/i,
      ),
      'message-too-large',
    ],
    [/\b(?:not|never) (?:yet )?met (?:\w+ )?before\b/i, 'greylisted'],
    [/\b(?:mail)?box\b.{0,20}\b(?:stuffed|crammed|bursting|brimming|overflow\w*)\b/i, 'mailbox-full'],
    // Of the sender's side, whatever its words have in common with what is said of recipients.
    [/\breturn (?:address|path)\b.{0,30}\b(?:not exist|unknown|invalid|not found|undeliverable)\b/i, 'sender-rejected'],
    [/\b(?:recipient|user|addressee) has (?:put|placed|added) (?:you|your|this sender)\b/i, 'sender-rejected'],
    [
      inTurn(
        /\b(?:server|host|IP|system)\b.{0,20}\b(?:may|can|is (?:allowed|authori[sz]ed|permitted) to) send (?:mail )?/i,
        /(?:for|on behalf of|as) (?:this|that|the|your)\b/i,
      ),
      'auth-failed',
    ],
    [/\bsignature\b.{0,30}\b(?:broken|invalid|wrong|bad|fail\w*|corrupt\w*|damaged)\b/i, 'auth-failed'],
    [/\bcomplain\w*\b.{0,60}\b(?:your|this|sending|sender) domain\b/i, 'domain-reputation'],
    [
      /\b(?:e-?mails?|mails?|messages?) from (?:your|this) domain (?:is|are) (?:not|no longer|never)\b/i,
      'domain-blocked',
    ],
    [
      /\btrust(?:worthiness)? (?:score|level|rating)\b|\bscore of (?:your|this) (?:\w+ )?(?:host|server|IP)\b/i,
      'ip-reputation',
    ],
    [
      oneOf(
        /\bmore (?:\w+ )?(?:messages|mails|e-?mails|connections|sessions) (?:\w+ ){0,4}than\b/i,
        /\b(?:reduce|lower|decrease) (?:the|your) (?:speed|rate|volume|number|pace)\b/i,
      ),
      'rate-limited',
    ],
    [/\b(?:inbox|mail ?box|quota|storage)\b.{0,30}\bcapacity\b/i, 'mailbox-full'],
    [/\b(?:account|address|user(?:name)?|subscription)(?: has| was| is)? expired\b/i, 'mailbox-disabled'],
    [
      oneOf(
        /\b(?:match|identify|associate|assign) (?:this|that|the) (?:recipient|addressee)\b/i,
        /\bnever (?:had|been given) an? (?:address|mailbox|account)\b/i,
      ),
      'user-unknown',
    ],
    [/duplicate headers?\b/i, 'malformed'],
    // What a milter says that gives no text of its own.
    [/^(?:\w+; ?)?5\d\d 5\.7\.1 Command rejected\W*$/i, 'policy'],
    // Exim could not ask the server behind it; nothing is known of the address.
    [/\b(?:callout|callback)\b.{0,40}\bverifying recipient\W*$|\brecipient verify callout\b/i, 'system-error'],
    [/MessageScoring|\b(?:mail|message|spam) score\b/i, 'spam-content'],
    [/^(?:\w+; ?)?(?:[45][\d.]+[- ]+)*user reject/i, 'policy'],
    [/^x-unix; ?(?:<number>|\d+)$|pipe to \|/i, 'system-error'],
    [/recursive cname|routing server fail/i, 'dns'],
    [/dns records for .{0,40}could not be found/i, 'domain-unknown'],
    [/(?:unable|failed) to resolve route/i, 'routing'],
    [/interrupted system call|server is misconfigured|missing home directory/i, 'system-error'],
    [/account is protected by|\bboxbe\b|not (?:been )?pre-?approved\W+follow/i, 'challenge'],
    [/(?:mail server|MX) in (?:\w+ )?(?:broadcast|loopback|private|reserved|bogus)|no route to your/i, 'routing'],
    [/policy (?:service |server )?(?:is )?unavailable/i, 'system-error'],
    [/permanently rejected message/i, 'policy'],
    [
      /message decode fail|(?:cannot|could not|unable to|failed to) (?:parse|decode) (?:the )?(?:message|mail|header|mime)/i,
      'malformed',
    ],
    [/^(?:\w+; ?)?5\d\d[- ](?:5\.\d\.\d )?<address>:? rejected\W*$/i, 'user-unknown'],
    [/(?:which|that) is an open relay/i, 'ip-blocked'],
    [/reject the postmaster address|required to have a postmaster/i, 'sender-rejected'],
    [/belong to (?:the )?(?:logged|authenticated)|not owned by (?:the )?user/i, 'sender-rejected'],
    [/unresolvable address: <address>/i, 'user-unknown'],
    [/unable to create (?:lock )?file|Operation not permitted|homedir/i, 'system-error'],
    [/lost (?:incoming|outgoing) connection|but connection died/i, 'connection'],
    [
      /status=expired|(?:message|mail|recipients?) (?:<id> )?(?:has been |have been |is )?delayed|will be retried for|delayed <duration>/i,
      'expired',
    ],
    [/indicated no SMTP service/i, 'null-mx'],
    [/Cannot resolve the IP address of|find a mail exchanger|no matches to name ?server query/i, 'domain-unknown'],
  ],
  sources: [{ url: 'https://www.postfix.org/SMTPD_ACCESS_README.html', checked: '2026-11' }],
});
