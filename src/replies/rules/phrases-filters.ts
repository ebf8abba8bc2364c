import { defineRules } from '../rule.ts';

/** The name of a filter says what it most likely did, and only where nothing else does: «user unknown» is no block of its. */
export default defineRules({
  kind: 'phrases',
  rules: [
    [/FortiMail/i, 'ip-blocked'],
    [/Sophos.{0,40}(?:spam|block)/i, 'spam-content'],
  ],
  sources: [{ url: 'https://smtpfieldmanual.com/', checked: '2026-11' }],
});
