import { defineRules } from '../rule.ts';

export default defineRules({
  kind: 'provider',
  providers: ['godaddy-email'],
  rules: [
    [/\bIB(?:103)\b/, 'ip-reputation'],
    [/\bIB(?:104|105|106|110|111|112|113|115)\b|RBL Reject/i, 'ip-blocked'],
    [/\bIB108\b/, 'ptr'],
    [/\bIB(?:007|101|504|510|607|608)\b/, 'rate-limited'],
    [/\bIB212\b/, 'spam-content'],
    [/\bIB705\b/, 'malware'],
    [/\bIB605\b/, 'too-many-recipients'],
    [/\bIB401\b/, 'relaying-denied'],
    [/\bIB(?:501|502)\b/, 'malformed'],
    [/\bIB506\b/, 'sender-rejected'],
    [/\bIB508\b/, 'auth-failed'],
  ],
  sources: [{ url: 'https://www.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685', checked: '2026-11' }],
});
