import { inTurn, oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** Whose message it is, how often it was tried, how many there are, how large it is. */
export const plainMessage: readonly Rule[] = [
  [
    oneOf(
      /\bcaptcha\b|\b(?:one-?time|sender|identity) (?:verification|confirmation)\b/i,
      /\b(?:awaits?|awaiting|held for|needs?|requires?) (?:\w+ )?(?:approval|confirmation)/i,
      /are you (?:a )?human|prove (?:that )?you|not a robot/i,
    ),
    'challenge',
  ],
  [
    oneOf(
      /\bdo[- ]not[- ](?:send|mail|e-?mail|contact|disturb)\b|\bopt(?:ed)?[- ]?out\b|\bunsubscribed\b/i,
      /\basked (?:us )?not to (?:be|get|receive)/i,
      /\bbounced (?:before|previously|earlier|already|in the past|last|several|recently)\b/i,
      /\bprevious(?:ly)? (?:hard )?(?:bounces?|complaints?)\b/i,
    ),
    'suppressed',
  ],
  [
    oneOf(
      /\b(?:came|comes?|coming|sent|went) back to us\b/i,
      /\bseen (?:this|the|your) (?:\w+ )?(?:message|mail|e-?mail) (?:\w+ )?(?:before|already)/i,
      /\bin circles\b|\bbouncing between\b|\bback and forth\b|\bendless(?:ly)?\b|has been here before/i,
      /forwards? (?:back )?to itself/i,
    ),
    'loop',
  ],
  [
    oneOf(
      /\b(?:we|have|has|been|was) (?:gave|giv(?:en|ing)) up\b|\bgave up (?:after|on|trying)/i,
      /(?:stopped|no longer|quit) (?:re-?)?trying/i,
      inTurn(
        /\b(?:retry|retries|delivery|queue|lifetime) (?:period|time|window|limit|count|attempts)\b.{0,20}\b/i,
        /(?:reached|exceeded|over|elapsed|expired|up)\b/i,
      ),
      /tr(?:ied|ying) for (?:<duration>|\w+ (?:hours?|days?))/i,
    ),
    'expired',
  ],
  [
    oneOf(
      /\bdomain\b.{0,30}\b(?:has|have|having|with|publishes) (?:no|neither)\b.{0,50}\b(?:mail|MX|A|address|servers?|records?)\b/i,
      /no mail servers? (?:for|is|are|exists?)\b/i,
    ),
    'domain-unknown',
  ],
  [
    oneOf(
      /\b(?:only|must)\b.{0,40}\b(?:encrypted|secured?|TLS)\b.{0,20}\b(?:channel|connection|transport|session)/i,
      /\b(?:negotiate|establish|set up|agree on) (?:an? |the )?(?:secured?|encrypted|TLS|SSL)\b/i,
      /\bcommon cipher|\bciphers?\b/i,
      /\b(?:unencrypted|clear-?text|plain-?text) (?:\w+ )?(?:mail|message|connection|session|delivery)/i,
    ),
    'tls',
  ],
  [
    oneOf(
      /\bnever (?:seen|met|heard|received|had)\b.{0,40}/i,
      /\b(?:new|first|unfamiliar|unknown) (?:sender|server|host|contact)\b.{0,60}\b(?:later|again|retry|wait|temporar|delay)/i,
      /(?:don't|do not|doesn't|does not) know (?:this|your|that) (?:\w+ )?(?:server|sender|host|address) yet/i,
    ),
    'greylisted',
  ],
  [
    oneOf(
      /\btoo (?:much|many) (?:e-?)?(?:mails?|messages?|requests?|traffic|deliver\w+|attempts)\b/i,
      /\b(?:slow|calm|cool) (?:it )?down\b/i,
      /\b(?:send(?:ing|s)?|sent|arriv\w+|com(?:es?|ing)) (?:\w+ ){0,2}too (?:fast|much|many|quickly|often)/i,
      /\b(?:allowance|burst|flood(?:ing|ed)?)\b/i,
      /\b(?:per|last|this|each|every) (?:second|minute|hour|day)\b.{0,40}\b(?:limit|exceed|too|maximum|allow)/i,
      /\b(?:limit|exceed\w*|maximum|allow\w*)\b.{0,40}\b(?:per|last|this|each|every|an?) (?:second|minute|hour|day)\b/i,
    ),
    'rate-limited',
  ],
  [
    oneOf(
      /\b(?:more than|over|at most|only|maximum(?: of)?|up to) (?:<number> )?(?:recipients?|addressees?|receivers?)\b/i,
      /\b(?:recipients?|addressees?) (?:allowed )?(?:per|in (?:one|a single|each)) (?:transaction|message|session|mail)/i,
    ),
    'too-many-recipients',
  ],
  [
    oneOf(
      /\b(?:message|mail|e-?mail|letter|attachment|file|it)\b.{0,20}\b(?:bigger|larger|heavier|longer) than\b/i,
      /\b(?:size|bytes|kB|MB)\b.{0,30}\b(?:limit|allowed|maximum|accept)/i,
    ),
    'message-too-large',
  ],
];
