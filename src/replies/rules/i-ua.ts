import { defineRules } from '../rule.ts';

/** I.UA names a page: `http://mail.i.ua/err/2/`. */
export default defineRules({
  kind: 'provider',
  providers: ['i-ua'],
  rules: [
    [/\.i\.ua\/err\/(?:1|6)\b/, 'relaying-denied'],
    [/\.i\.ua\/err\/2\b/, 'user-unknown'],
    [/\.i\.ua\/err\/3\b/, 'mailbox-disabled'],
    [/\.i\.ua\/err\/4\b/, 'mailbox-full'],
    [/\.i\.ua\/err\/5\b/, 'rate-limited'],
    [/\.i\.ua\/err\/7\b/, 'protocol'],
    [/\.i\.ua\/err\/8\b/, 'sender-rejected'],
    [/\.i\.ua\/err\/9\b/, 'ip-blocked'],
    [/\.i\.ua\/err\/10\b/, 'policy'],
  ],
  sources: [
    {
      url: 'https://github.com/sisimai/rb-sisimai/blob/15e0913918fd94b952c7370ae4cd26bdd27e0bc9/lib/sisimai/rhost/iua.rb',
      checked: '2026-11',
    },
  ],
});
