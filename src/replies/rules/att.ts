import { defineRules } from '../rule.ts';

/** att.net, bellsouth.net, sbcglobal.net, prodigy.net and their siblings. */
export default defineRules({
  kind: 'provider',
  providers: ['att-mail'],
  rules: [
    [/DNSBL:(?:RBL|ATTRBL)|blocked by (?:sbc|ldap):|521 .{0,60}is[_ ]blocked|521.{0,40}blocked/i, 'ip-blocked'],
    [/Blocked for abuse|att\.net\/blocks/i, 'ip-blocked'],
    [/Connections not accepted from servers without a valid sender|Fix reverse DNS|failure in DNS look-up/i, 'ptr'],
    [/Addressee unknown|blank mailhost - invalid address/i, 'user-unknown'],
    [/\[suspend\]|Mailbox currently suspended/i, 'mailbox-disabled'],
    [/requires valid sender domain/i, 'sender-rejected'],
    [/unauthorized interface for/i, 'ip-blocked'],
    [/sender rejected AUP/i, 'sender-rejected'],
    [/450 busy/i, 'rate-limited'],
  ],
  sources: [{ url: 'http://rbl.att.net/block_enduser.html', checked: '2026-11' }],
});
