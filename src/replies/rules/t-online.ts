import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['t-online'],
  rules: [
    [/\bIP=.{0,40}bad reputation/i, 'ip-reputation'],
    [/Dialup\/transient IP not allowed|\(DIAL\)/i, 'ip-blocked'],
    [/\b(?:421|554) IP=.{0,60}A problem occurred|Ask your postmaster for help or to contact/i, 'ip-blocked'],
    [/\(NOWL\)|not whitelisted/i, 'ip-blocked'],
    [/\(DNS\)|no (?:matching|valid) (?:DNS|PTR)/i, 'ptr'],
    [/Over STORAGE quota|Depot returns error.{0,30}quota/i, 'mailbox-full'],
    [/rejected due to spam or virus classification/i, 'spam-content'],
  ],
  own: [
    [/\(BL\)/, 'ip-blocked'],
    [/\b(?:421|554) IP=|contact (?:tosa@|<address> to clarify)/, 'ip-blocked'],
  ],
  sources: [{ url: 'https://postmaster.t-online.de/index.en.html', checked: '2026-11' }],
});
