import { oneOf } from '../../pattern.ts';
import type { Rule } from '../../rule.ts';

/** What we say. */
export const whatWeSay: readonly Rule[] = [
  [
    oneOf(
      /\bspam(?!dyke|gourmet)/i, // Spam denied
      /unsolicited/i, // 550 5.7.1 unsolicited mail
      /\bUBE\b/i, // 550 5.7.1 Message content rejected, UBE
      /\bUCE\b/i, // 554 5.7.1 This message was classified as UCE
      /junk ?mail/i, // 550 JunkMail rejected
      /bulk (?:e-?)?mail/i, // bulk mail suspected
      /mass ?mail/i, // you're using a mass mailer
      /content (?:was |is )?(?:reject(?:ed)?|denied|filter|blocked|not accept|policy|scanner|restriction)/i, // Content reject
      /(?:rejected|blocked|refused|denied).{0,30}\bcontent\b/i, // Blocked - Content
      /message (?:was |has been )?(?:filtered|scored)/i, // message filtered
      /looks like (?:spam|junk)/i, // Sorry, looks like spam
      /Recurrent Pattern/i, // this message was rejected by recurrent pattern detection system
      /(?:mail|message) data (?:was )?(?:refused|rejected)/i, // SMTP; 553 Mail data refused by AISP, rule [<number>].
      /(?:as|is) bulk\b/i, // rejected as bulk
      /bulkmail/i, // 5.7.1 bulkmail
      /message is banned/i, // message is banned
      /\bDCC\b/i, // rejected By DCC
      /has been quarantined/i, // has been quarantined
      /words? in the message/i, // One of the words in the message is blocked
      /(?:sensitive|banned|forbidden|illegal) words?/i, // 553 5.7.1 Sensitive words detected
      /filter rules/i, // blocked by filter rules
      /reject content/i, // 5.7.1 reject content
      /advertising/i, // The text of your mail resembles unsolicited advertising
      /offensive/i,
      /objectionable/i,
      /forbidden (?:word|content|phrase)/i, // 550 Message contains forbidden content according to our AUP
      /prohibited (?:word|content|phrase)/i, // Rejected: body contains prohibited phrases
      /score (?:of|too high|exceed|above)/i, // 550 5.7.1 spam score exceeded threshold
      /SpamAssassin/i, // blocked by spamassassin
      /rspamd/i, // 554 5.7.1 Spam message rejected (rspamd score <number>)
      /bayes/i, // 571 Message refused, Bayes <number> %
    ),
    'spam-content',
  ],
];
