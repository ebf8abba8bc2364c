import { defineRules } from '../rule.ts';

/** facebook.com and facebookmail.com: the stage, then `P` (for good) or `T` (for now) and a number. */
export default defineRules({
  kind: 'provider',
  rules: [
    [/\b(?:RCP-P1|INT-P[134])\b/, 'user-unknown'],
    [/\bRCP-T4\b/, 'mailbox-disabled'],
    [/\bRCP-P[23]\b/, 'policy'],
    [/\b(?:RCP-T1|INT-T\w)\b/, 'system-error'],
    [/\bINT-P7\b/, 'mailbox-full'],
    [/\bPOL-(?:P[1-4]|T[1-3])\b/, 'ip-blocked'],
    [/\bPOL-P5\b/, 'malware'],
    [/\bPOL-P6\b/, 'link-blocked'],
    [/\bPOL-P7\b/, 'auth-failed'],
    [/\bPOL-P8\b/, 'policy'],
    [/\bCON-T[1-4]\b/, 'rate-limited'],
    [/\bMSG-T1\b/, 'too-many-recipients'],
    [/\b(?:MSG-P1|INT-P2)\b/, 'message-too-large'],
    [/\bMSG-P2\b/, 'malware'],
    [/\bMSG-P3\b/, 'malformed'],
    [/\bDNS-(?:P[12]|T1)\b/, 'sender-rejected'],
    [/\bDNS-(?:P3|T2)\b/, 'ptr'],
  ],
  sources: [
    {
      url: 'https://github.com/sisimai/rb-sisimai/blob/055e6ea2eb35acda8872351835a2f7089151836d/lib/sisimai/rhost/facebook.rb',
      checked: '2026-11',
    },
  ],
});
