import { inTurn, oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/** What the lists' names mean, whoever asked them. */
export default defineRules({
  kind: 'server',
  rules: [
    [/\b(?:poor|low|bad|negative) sender ?score\b/i, 'ip-reputation'],
    [
      /\bsender(?:'s)? domain (?:<host> |\S+ )?(?:is |has been |was )?(?:black|block|deny)-?listed\b/i,
      'domain-blocked',
    ],
    [/\bsender <address>:? (?:is |was |has been )?(?:black|block|deny)[ -]?listed/i, 'sender-rejected'],
    // A filter that names the lists it asked still says that the message is spam.
    [/spamassassin\b.{0,60}(?:detected|considers?)/i, 'spam-content'],
    [/gr[ae]y-?list(?!.{0,20}(?:dnsbl|failed))|gr[ae]y\.rbl/i, 'greylisted'],
    [
      /geographical|\bcountry\b.{0,30}(?:block|reject|not)|(?:rejected|not allowed|blocked|refused) .{0,30}\bcountry/i,
      'policy',
    ],
    // The list answers «you may not ask me», and the receiver takes it for a listing: nothing is wrong with the sender.
    [
      /Error: open resolver|returnc\/(?:pub|vol)|Excessive Number of Queries|query limit exceeded.{0,40}(?:uribl|spamhaus)|refused\.shtml/i,
      'system-error',
    ],
    [
      inTurn(
        /URL|URI|link|website|domain in (?:the )?(?:body|message)|body contains/i,
        /.{0,80}/i,
        /surbl|uribl|dbl\.spamhaus|spamhaus dbl|ivmURI|blacklist|block ?list|listed/i,
      ),
      'link-blocked',
    ],
    [/(?:surbl|uribl)(?!.{0,40}(?:sender|helo))/i, 'link-blocked'],
    [/(?:surbl|uribl).{0,40}(?:sender|helo)/i, 'domain-blocked'],
    [
      inTurn(
        /(?:sender|helo|from|domain|reverse host ?name|mail ?from).{0,80}/i,
        /dbl\.spamhaus|spamhaus\.org\/(?:query\/)?dbl|spamhaus dbl|rhsbl|multi\.surbl|zrd/i,
      ),
      'domain-blocked',
    ],
    [/spamhaus.{0,20}domain block ?list/i, 'domain-blocked'],
    [/(?:dbl\.spamhaus|spamhaus\.org\/dbl|Spamhaus DBL)/i, 'domain-blocked'],
    [/csi\.cloudmark|Cloudmark Sender Intelligence|listed in CSI/i, 'ip-blocked'],
    [
      oneOf(
        /spamhaus|spamcop|sorbs|uceprotect|dnsbl|\brbl\b|abuseat|manitu|mailspike|psbl|surriel|ivmSIP/i,
        /invaluement|senderscore|abusix|spfbl|spamrats|backscatterer|njabl|nixspam|0spam|zen\b.{0,20}block/i,
      ),
      'ip-blocked',
    ],
    [
      /(?:\b(?:client host|ip(?: address)?|host|server)\b|<ip>).{0,60}\b(?:(?<!not )listed|black ?listed|block ?listed|blocked using)/i,
      'ip-blocked',
    ],
  ],
  sources: [
    { url: 'https://www.spamhaus.org/faqs/', checked: '2026-11' },
    {
      url: 'https://docs.spamhaus.com/datasets/docs/source/40-real-world-usage/PublicMirrors/000-intro.html',
      checked: '2026-11',
    },
  ],
});
