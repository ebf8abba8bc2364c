import { defineRules } from '../rule.ts';

/** NAVER: four letters after the enhanced code. */
export default defineRules({
  kind: 'provider',
  providers: ['naver-mail'],
  rules: [
    [/\bCHIC <ip>|Network is busy/, 'system-error'],
    [/\bCCRT <ip>|spam center|realip\.naver/, 'ip-blocked'],
    [/\bRUSR\b/, 'user-unknown'],
  ],
  sources: [{ url: 'https://oliveit.tistory.com/39', checked: '2026-11' }],
});
