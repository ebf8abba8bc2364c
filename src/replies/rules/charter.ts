import { defineRules } from '../rule.ts';

/** Spectrum: charter.net, rr.com, twc.com. `AUP#In-1310`: In for mail to their customers, four digits of the reason. */
export default defineRules({
  kind: 'provider',
  providers: ['spectrum-mail'],
  rules: [
    [/AUP#\D{0,4}-?1000/, 'ip-blocked'],
    [/AUP#\D{0,4}-?10(?:[1-7]\d|80)/, 'sender-rejected'],
    [/AUP#\D{0,4}-?1090/, 'system-error'],
    [/AUP#\D{0,4}-?11[0-5]\d/, 'ptr'],
    [/AUP#\D{0,4}-?11[6-9]\d/, 'policy'],
    [/AUP#\D{0,4}-?12[0-5]\d/, 'ip-blocked'],
    [/AUP#\D{0,4}-?1260/, 'policy'],
    [/AUP#\D{0,4}-?1(?:3\d\d|4\d\d|540|580)/, 'rate-limited'],
    [/AUP#\D{0,4}-?15[0-2]\d/, 'sender-rejected'],
    [/AUP#\D{0,4}-?1530/, 'message-too-large'],
    [/AUP#\D{0,4}-?1550/, 'too-many-recipients'],
    [/AUP#\D{0,4}-?1560/, 'ip-reputation'],
  ],
  sources: [
    {
      url: 'https://www.spectrum.net/support/internet/understanding-email-error-codes',
      checked: '2026-11',
    },
  ],
});
