import { defineRules } from '../rule.ts';

/** free.fr, SFR and Bouygues. */
export default defineRules({
  kind: 'provider',
  providers: ['free-mail', 'sfr-mail', 'bouygues-mail'],
  rules: [
    [/too many spams? from your IP|spams from your IP/i, 'ip-reputation'],
    [/user quota exceeded \(UserSearch\)/i, 'mailbox-full'],
    [/Abus detecte|GU_EIB_0\d/i, 'ip-blocked'],
    [/LOCAL_RELAY_POLICY|\bGU_\w+/, 'policy'],
    [/Too many (?:errors|bad commands) from your ip/i, 'rate-limited'],
  ],
  sources: [{ url: 'https://postmaster.free.fr/index_en.html', checked: '2026-11' }],
});
