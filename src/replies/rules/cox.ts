import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['cox-mail'],
  rules: [
    [/AUP#(?:CXBL|CDRBL|IPBL\d+)/, 'ip-blocked'],
    [/AUP#CXDNS/, 'ptr'],
    [/AUP#CXSNDR/, 'auth-failed'],
    [/AUP#CXSMTP/, 'policy'],
    [/AUP#(?:CXCNCT|CXMXRT)/, 'rate-limited'],
    [/AUP#URLBL\d+/, 'link-blocked'],
    [/AUP#(?:CXTHRT|CXMJ)/, 'sender-rejected'],
    [/cox too many bad commands|cox too many invalid recipients/i, 'ip-blocked'],
    [/rejected - no rDNS|DNS check failure - try again/i, 'ptr'],
    [/attachment extension is forbidden/i, 'malware'],
    [/ESMTP no data before greeting/i, 'protocol'],
    [/ESMTP server temporarily not available/i, 'system-error'],
    [/Message threshold exceeded|too many sessions from/i, 'rate-limited'],
  ],
  sources: [{ url: 'https://www.cox.com/residential/support/email-error-codes.html', checked: '2026-11' }],
});
