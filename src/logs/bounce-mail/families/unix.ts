import { ADDRESS, defineFamilies } from '../family.ts';
import { readTranscript } from '../transcript.ts';

/** Mail servers that come with the system. */
export default defineFamilies([
  {
    server: 'qmail, and what was made of it: IndiMail, netqmail, Yahoo',
    says: /This is the (?:qmail-send|email-send|\S+ deliver) program|I(?:'m afraid I| )wasn't able to deliver (?:your|the) message|We(?:'re| are) sorry, but we (?:were|are) (?:un|not )able to deliver|unable to deliver (?:your )?message to the following address|There's a problem with the e-?mail address\(es\) you're trying to send to|This is the MAILER-DAEMON at \S/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}<${ADDRESS}>:?[ \t]*(?<reason>.*)$`, 'gm'),
    reason: 'below',
  },
  {
    // What an address stands for may be a program or a file; the address itself is named below it then.
    server: 'Exim, and those that use its words: 1&1, GMX, Mail.ru, MX Logic',
    says: /A message sent by\s+<\S+>\s+could not be|created automatically by (?:the )?mail delivery (?:software|system)|message that you (?:have )?sent (?:could not be|has not yet been|contained)|addresses? (?:which|to which) (?:has|have|the message has) not yet been delivered|письмо создано автоматически/i,
    from: /(?:address(?:es|\(es\))?\s+failed|not yet been delivered (?:is|are)|incorrectly\s+constructed|не может быть доставлено[^:]*):[ \t]*\n/i,
    entry: new RegExp(
      String.raw`^[ \t]{0,12}(?:\*[ \t]+|an undisclosed address\s+\(|[|/:][^\n]{1,500}\n[ \t]{0,12}\()?(?:generated (?:by|from) )?["<]?${ADDRESS}[">)]?[ \t]*(?<reason>:.*|<.*|Invalid .*|\(.*)?$`,
      'gm',
    ),
    reason: 'below',
  },
  {
    server: 'Postfix without a report for machines, in any language',
    says: /^<\S+@\S+>(?: \(\S{1,200} \S{1,300}\))?:\s+(?:host \S{1,255}\[[\d.:a-f]{3,45}\]\s+(?:said|refused)|connect to \S{1,255}\[)|This is the (?:Postfix program|[\w. -]{1,60}mail (?:system|gateway|server)|.{1,40}) at host \S|returned\s+below could not be delivered to one or more|Este es el sistema de correo|Dies ist das (?:Mailsystem|Mail-System|Postfix-Programm)|Ceci est le système de messagerie/im,
    entry: new RegExp(String.raw`^<${ADDRESS}>(?: \([^)\n]{1,400}\))?:[ \t]*(?<reason>.*)$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'XMail',
    says: /^\[<\d\d>\] XMail bounce:/im,
    entry: new RegExp(String.raw`XMail bounce: Rcpt=\[<?${ADDRESS}>?\];Error=\[(?<reason>[^\]\n]*)`, 'gi'),
    reason: 'below',
  },
  {
    server: 'OpenSMTPD',
    says: /This is the MAILER-DAEMON, please DO NOT REPLY/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}<?${ADDRESS}>?:[ \t]*(?<reason>.*)$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'Sieve scripts and delivery agents that turn a mail away: Dovecot, Cyrus',
    says: /\bmessage to <\S+> was automatically rejected/i,
    entry: new RegExp(String.raw`message to <${ADDRESS}> was automatically rejected:?`, 'gi'),
    reason: 'below',
  },
  {
    server: 'Stalwart',
    says: /^<\S+@\S+> \((?:host '|connection to '|failed to lookup '|delivered to ')/m,
    entry: new RegExp(String.raw`^<${ADDRESS}> \((?!delivered to )(?<reason>.*)$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'DragonFly Mail Agent',
    says: /This is the DragonFly Mail Agent/i,
    entry: new RegExp(String.raw`error delivering your mail to <${ADDRESS}>\.?[ \t]*$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'Courier',
    says: /running the Courier mail server|UNDELIVERABLE MAIL\s+Your message to the following recipients/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}<${ADDRESS}>:?[ \t]*(?<reason>.*)$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'Smail, T-Online',
    says: /-{3,}[ \t]*(?:Message log follows|Failed addresses follow):/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}<${ADDRESS}>[ \t]*(?:\.\.\.|:)?[ \t]*(?<reason>.*)$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'Sendmail and its descendants: transcript and list of addresses',
    says: /-{2,}[ \t]*(?:The following addresses had|Transcript of (?:the )?session follows|Non-delivered information|The following address)|while talking to \S+:|^[ \t>]*(?:>>>|<<<)[ \t]+(?:RCPT|MAIL|DATA|\d{3})|^(?:Sent|Received) (?:>>>|<<<)/im,
    read: readTranscript,
  },
]);
