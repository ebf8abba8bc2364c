import { oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** Too many, too fast. */
export const rate: readonly Rule[] = [
  [
    oneOf(
      /too many (?!messages (?:in|on) (?:the|your|this))(?:concurrent |simultaneous |open |parallel |new )?(?:connections?|sessions?|messages?|mails?|e-?mails?|requests?|SMTP|commands|errors|attempts|transactions|deliveries)/i, // too many sessions
      /rate[- ]?limit/i, // exceeded the rate limit
      /ratelimit/i, // 454 4.7.0 Rspamd ratelimit: try later
      /(?:connection|message|sending|delivery|mail|recipient|hourly|daily|throughput|frequency) (?:rate |sending )?(?:limit|quota)(?: has been| is| was)? (?:exceeded|reached|hit)/i, // sending quota exceeded
      /(?:exceed\w*|over|reached|hit).{0,50}(?:rate|connection|message|sending|recipients?|hourly|daily|per (?:hour|minute|second|day|connection|session)).{0,20}(?:limit|threshold|quota|allowed)?/i, // exceeded the rate limit
      /throttl/i, // Throttling
      /\b(?:send(?:ing)? |hourly |daily |mail |message )rate (?:limit )?(?:is )?exceeded/i, // HST-RTE: Daily send rate exceeded, retry later
      /exceeded the max(?:imum)? (?:defers|number)/i, // 452 4.7.1 Sender exceeded the maximum number of messages per minute
      /frequency limited/i, // 550 Ip frequency limited. https://service.mail.qq.com/detail/122/168
      /slow down/i, // 421 4.7.0 too many messages, slow down
      /too much (?:mail|e-?mail|traffic)\b(?! data)/i, // Too much mail from you in the last hour
      /send too many/i, // 421 4.3.1 You send too many messages.
      /sending too (?:fast|many|much)/i, // 450 4.7.1 You are sending too fast. Slow down.
      /too (?:fast|frequent|quickly)/i, // 450 4.2.1 too fast
      /maximum number of (?:connections|messages|recipients per (?:hour|day))/i, // 452 4.7.1 Sender exceeded the maximum number of messages per minute
      /(?:messages|recipients|mails|connections) per (?:hour|minute|second|day|connection|session)/i, // has exceeded the max emails per hour
      /limit of (?:connections|messages)/i,
      /unusual (?:rate|volume|sending|traffic)/i, // 550 5.4.6 Unusual sending activity detected. Please try after sometime
      /excessive (?:volume|rate|connections|number)/i, // 421 4.7.1 Excessive rate of messages from <ip>, connection deferred
      /(?:many|much) (?:mail|message)s? (?:from|in) .{0,40}(?:hour|minute|day)/i, // Too much mail from you in the last hour
      /concurren(?:t|cy).{0,30}(?:limit|exceed|connections)/i, // 421 4.7.0 Concurrency per source exceeded
      /connection count/i,
      /connection limit/i, // connection limit for this host reached
      /volume (?:limit|too high)/i,
      /temporarily deferred due to/i, // [TSS04] Messages from <ip> temporarily deferred due to unexpected volume
      /resources temporarily restricted/i,
      /Try again later.{0,20}(?:limit|throttl)/i, // 421 4.7.0 Try again later, rate limited
      /reduce (?:your )?(?:rate|volume)/i,
      /sent too many/i, // 550 5.1.1 You have sent too many messages in the last hour, slow down
    ),
    'rate-limited',
  ],
  [
    oneOf(
      /too many (?:recipients|rcpt|RCPT TO|receivers|addressees)/i, // 452 Too many recipients
      /maximum (?:number of )?recipients/i,
      /number of recipients exceeds/i,
      /recipients? (?:count|limit) exceeded/i,
      /multiple recipients (?:not allowed|unsupported)/i,
      /only one recipient/i,
    ),
    'too-many-recipients',
  ],
];
