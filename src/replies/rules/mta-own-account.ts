import { oneOf } from '../pattern.ts';
import { defineRules } from '../rule.ts';

/**
 * What the sender's own server or sending service says before anything left: the account, the login, the address and the
 * template are the sender's, and no address is to be taken off a list for it.
 */
export default defineRules({
  kind: 'server',
  rules: [
    [
      oneOf(
        /^(?:\w+; ?)?(?:[45][\d.]+[- ]+)*(?:you )?must be authenticated\W*$/i,
        /\bunauthenticated senders? (?:are )?not allowed|\b(?:authenticate|log ?in) first\b/i,
      ),
      'relaying-denied',
    ],
    [
      oneOf(
        /\b(?:outgoing|outbound) (?:e-?)?mail\b.{0,60}\b(?:suspended|disabled|blocked|held)\b/i,
        /\bmail from this (?:account|address|user) (?:is|has been) (?:suspended|disabled|blocked)\b/i,
      ),
      'sender-rejected',
    ],
    [
      /\byour (?:sending )?account (?:is|was|has been) (?:locked|suspended|disabled|restricted)\b(?!\W*$)/i,
      'sender-rejected',
    ],
    [/\bverify your (?:sender|sending|from)[- ](?:address|domain|identity|e-?mail)\b/i, 'sender-rejected'],
    [
      oneOf(
        /\brecipient blackholed\b|\bpreviously (?:hard|soft)[- ]?bounced\b/i,
        /\bmarked (?:an? |your )?(?:previous|earlier) (?:e-?mail|message)s? as spam\b/i,
      ),
      'suppressed',
    ],
    [/\bsending (?:is |has been |was )?(?:disabled|suspended)\b/i, 'sender-rejected'],
    [/\btemplate (?:rendering |could not be |cannot be )?(?:failed|failure|error|rendered)\b/i, 'malformed'],
  ],
  sources: [
    {
      url: 'https://docs.sendgrid.com/for-developers/sending-email/smtp-errors-and-troubleshooting',
      checked: '2026-11',
    },
    { url: 'https://support.sparkpost.com/docs/deliverability/bounce-classification-codes', checked: '2026-11' },
  ],
});
