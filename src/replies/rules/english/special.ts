import { oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** What would be misread by the rules for everybody below, and the odd words of few servers. */
export const special: readonly Rule[] = [
  [/\bIP\b.{0,30}\b(?:bad|poor|low) reputation\b/i, 'ip-reputation'], // your IP <ip> address has a bad reputation
  [/\bsender verify failed\W*$/i, 'sender-rejected'], // 550 Sender verify failed
  [/\bnot provisioned\b/i, 'user-unknown'], // the user you are trying to contact is not provisioned here
  [/\brequired authentication level\b/i, 'auth-failed'], // doesn't meet the required authentication level
  [/\b(?:distribution list|mailing list|group)\b.{0,40}\b(?:approval|moderat\w+)/i, 'policy'], // to distribution list needs approval
  [/\bI do(?: not|n['’]t) (?:want|wish) to (?:receive|get)\b/i, 'policy'], // I do not want to receive your newsletter
  [/\bnot (?:sent|received|transmitted) (?:over|via|using|with) (?:a )?(?:TLS|SSL|encrypted)\b/i, 'tls'], // not sent over a TLS connection
  [
    /^(?!.*relay).*not (?:authori[sz]ed|allowed|permitted) to (?:send|write|post)(?: (?:e-?)?mails?| messages?)? to (?:the|this|that|these) (?:recipient|user|group|mailbox|address|distribution)/i,
    'policy',
  ], // You are not permitted to write to this distribution list
  [/^(?:\w+; ?)?(?:[45][\d.]+[- ]+)+full[.!]?$/i, 'mailbox-full'], // smtp; 452 full
  [/not listed in (?:the )?(?:\w+ ){0,3}(?:directory|address book)/i, 'user-unknown'], // User <address> not listed in Domino Directory
  [
    /^(?:\w+; ?)?5\d\d[- ](?:5\.\d\.\d )?(?:recipient|user|mailbox|add?ress):? <address>:? (?:is |was |has been )?(?:denied|rejected|refused|not (?:accepted|allowed|permitted))\W*$/i,
    'user-unknown',
  ], // 550 recipient <address> denied
  [
    /(?:recipient|receiver) (?:address )?(?:has )?(?:rejected|refused|blocked|declined|denied) (?:your|the|this) (?:e-?)?(?:mail|message)/i,
    'policy',
  ], // 541 The recipient address rejected your message
  [/not accepting (?:e-?)?mail from <address>/i, 'sender-rejected'], // could not be delivered because they are not accepting mail from <address>
  [/not accept\w* (?:e-?)?(?:mail|message)s? (?:with|containing|that contain)/i, 'policy'], // because the recipient is not accepting mail with
  [
    /(?:mailbox|account|user) (?:\w+ ){0,2}(?:may|might) be (?:offline|disabled|inactive|suspended|locked|closed)/i,
    'mailbox-disabled',
  ], // cannot be accessed. The mailbox may be offline, disabled, or the message
  [/\bnever heard of\b/i, 'user-unknown'], // 550 5.1.1 we've never heard of this person
  [/\b(?:VRFY|EXPN)\b/, 'protocol'], // 502 VRFY disallowed
  [/\bmaximum size of (?:the|this|its|his|her) (?:mailbox|inbox|storage)\b/i, 'mailbox-full'], // 452 4.2.2 The recipient has reached the maximum size of the mailbox
  [/\btoo (?:voluminous|heavy|bulky)\b/i, 'message-too-large'], // 552 Sorry, that message is too voluminous
  [/\brecipients? limit per (?:mail|message|e-?mail)\b/i, 'too-many-recipients'], // 552 5.5.3 recipients limit per mail reached
  [/\bscore of (?:your|this|the) (?:server|IP|host|network)\b/i, 'ip-reputation'], // 450 4.7.1 The score of your server <ip> is too bad
  [/\bcomplained (?:before|earlier|previously|in the past)\b/i, 'suppressed'], // Skipped, recipient complained in the past
  [/\bswitched (?:\w+ ){0,3}off\b|\bon (?:legal |litigation )hold\b/i, 'mailbox-disabled'], // 550 account on legal hold, no mail is taken
  [/\b(?:hit|met|reached) (?:\w+ )?(?:storage|mailbox|size) (?:cap|limit|ceiling)\b/i, 'mailbox-full'], // 550 5.2.0 recipient hit storage cap
  [
    oneOf(
      /\bhammering\b/i, // 452 4.3.1 you are hammering us, back off
      /\bback off\b/i, // 452 4.3.1 you are hammering us, back off
      /\bquota of <number>/i, // 450 4.7.0 [PolicyD] Quota of <number> mails in <duration> reached
      /\bvolume (?:is )?(?:above|over|beyond|exceed\w*)\b/i, // 550 5.7.0 Sending volume above what your reputation allows, wait
    ),
    'rate-limited',
  ],
  [/\b(?:unsubscribe|opt-?out) list\b/i, 'suppressed'], // 550 5.1.1 Recipient is on your global unsubscribe list
  [/\bfrom address (?:does not|doesn't|must) match\b/i, 'sender-rejected'], // 550 5.7.1 From address does not match authenticated user
];
