import { defineRules } from '../rule.ts';

/** 163.com, 126.com, yeah.net and Coremail: two letters of the stage, three of the reason. */
export default defineRules({
  kind: 'provider',
  providers: ['netease-mail'],
  rules: [
    [/User has no permission/i, 'relaying-denied'],
    [/\bDT:SPM\b/, 'spam-content'],
    // The sender in the envelope is another than the one in the header.
    [/\bDT:SUM\b/, 'sender-rejected'],
    [/\bMI:SPF\b/, 'auth-failed'],
    [/\bMI:DMA\b/, 'dmarc-policy'],
    [/\bRP:FRL\b/, 'relaying-denied'],
    [/\bRP:RCL\b/, 'too-many-recipients'],
    // Too many commands in error; a HELO that is not allowed.
    [/\b(?:MI|RP):CEL\b|\bHL:NHD\b/, 'protocol'],
    // Many addresses that do not exist, many forged sender domains.
    [/\bHL:(?:REP|MEP)\b/, 'ip-reputation'],
    [/\bDT:(?:ISP|HSP|OSP)\b/, 'policy'],
    [/\b(?:DT:RBL|WM:BLI)\b/, 'ip-blocked'],
    [/\bWM:BLU\b/, 'sender-rejected'],
    [
      /\bMI:(?:DMC|SFQ|STC|CCL)\b|\bRP:(?:DRC|ORQ|QRC|TRC|CCL)\b|\bHL:(?:ITC|ICC|IFC|IFQ|MFE)\b/,
      'rate-limited',
      'block',
    ],
    [/\bHL:(?:IHU|IPB|ISB|IPU|IDB)\b|\bRP:(?:IPB|RBL)\b/, 'ip-blocked'],
    [/\bMI:\w{3}\b/, 'policy'],
    [/\bIP is (?:hang ?up|rejected)\b/i, 'ip-blocked'],
    [/\bUser suspended\b/i, 'mailbox-disabled'],
    [/Mailbox not found.{0,40}163|User not found:/i, 'user-unknown'],
  ],
  sources: [
    { url: 'https://help.mail.163.com/service/help_spam_16.htm', checked: '2026-11' },
    { url: 'https://www.icoremail.vip/support/index.php?cate_id=84', checked: '2026-11' },
  ],
});
