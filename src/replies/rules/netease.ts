import { defineRules } from '../rule.ts';

/** 163.com, 126.com, yeah.net and Coremail: two letters of the stage, three of the reason. */
export default defineRules({
  kind: 'provider',
  providers: ['netease-mail'],
  rules: [
    [/User has no permission/i, 'relaying-denied'],
    [/\bDT:SPM\b|\bDT:SUM\b/, 'spam-content'],
    [/\bDT:(?:ISP|HSP|OSP)\b/, 'policy'],
    [/\b(?:DT:RBL|WM:BLI)\b/, 'ip-blocked'],
    [/\bWM:BLU\b/, 'sender-rejected'],
    [
      /\bMI:(?:DMC|SFQ|CCL)\b|\bRP:(?:CEL|DRC|ORQ|QRC|TRC|CCL)\b|\bHL:(?:ITC|ICC|IFC|IFQ|MFE|MEP|REP)\b/,
      'rate-limited',
      'block',
    ],
    [/\bHL:(?:IHU|IPB|ISB|IPU|IDB)\b|\bRP:(?:IPB|RBL)\b/, 'ip-blocked'],
    [/\bMI:\w{3}\b/, 'policy'],
    [/\bUser suspended\b/i, 'mailbox-disabled'],
    [/Mailbox not found.{0,40}163|User not found:/i, 'user-unknown'],
  ],
  sources: [{ url: 'https://help.mail.163.com/service/help_spam_16.htm', checked: '2026-11' }],
});
