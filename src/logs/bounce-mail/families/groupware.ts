import { ADDRESS, defineFamilies, USER } from '../family.ts';

/** Mail servers of companies. */
export default defineFamilies([
  {
    server: 'Lotus Notes',
    says: /-{3,}[ \t]*Failure Reasons?[ \t]*-{3,}/i,
    from: /-{3,}[ \t]*Failure Reasons?[ \t]*-{3,}/i,
    until: /^-{3,}[ \t]*Returned Message/im,
    entry: new RegExp(String.raw`^[ \t]{0,4}<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: 'above',
  },
  {
    server: 'Lotus Domino',
    says: /(?:was not delivered to|konnte nicht zugestellt werden an|n'a pas (?:été|pu être) remise? à|non è stato (?:consegnato|recapitato) a|no se (?:ha entregado|entregó|ha podido entregar) a):\s+\S+\s+(?:because|weil|wegen|da|parce que|perch[ée]|porque|debido a|motivo) ?:/i,
    from: /(?:was not delivered to|konnte nicht zugestellt werden an|n'a pas (?:été|pu être) remise? à|non è stato (?:consegnato|recapitato) a|no se (?:ha entregado|entregó|ha podido entregar) a):/i,
    entry: new RegExp(String.raw`^[ \t]{0,8}<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason:
      /^\W{0,4}(?:because|weil|wegen|da|parce que|perch[ée]|porque|debido a|motivo) ?:\s*(?<reason>[^\n]{2,600}(?:\n[ \t]+[^\n]{2,300}){0,3})/im,
  },
  {
    server: 'Sun and Oracle Messaging Server, PMDF',
    says: /Recipient address: \S+@\S+\s+(?:Original address|Reason):|Your message cannot be delivered to the following recipients/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}Recipient address: <?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'CommuniGate Pro',
    says: /^[ \t]*Failed to deliver to '/im,
    entry: new RegExp(String.raw`^[ \t]*Failed to deliver to '<?${ADDRESS}>?'`, 'gim'),
    reason: 'below',
  },
  {
    server: 'Novell GroupWise',
    says: /message that you sent was undeliverable to the following/i,
    entry: new RegExp(String.raw`^[ \t]+<?${ADDRESS}>?[ \t]*\(?(?<reason>[^)\n]*)\)?[ \t]*$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'MDaemon',
    says: /attached message had PERMANENT fatal|MDaemon|^[ \t]*Failed address:/im,
    entry: new RegExp(String.raw`Failed address:[ \t]*<?${ADDRESS}>?`, 'gi'),
    reason: /<--[ \t]*(?<reason>[45]\d\d[^\n]{1,600})|^[ \t]*Reason:[ \t]*(?<told>[^\n]{2,600})/im,
  },
  {
    server: 'IMail, Kerio, and others that name the address behind the reason',
    says: /^(?:User mailbox exceeds allowed size|Unknown user|Invalid final delivery userid|User unknown|Delivery failed \d+ attempts|Mailbox full|undeliverable to|Unknown host|User's mailbox is full|Address unknown|Recipient unknown)\b/im,
    entry: new RegExp(
      String.raw`^(?:undeliverable to|(?<reason>User mailbox exceeds allowed size|Unknown user|Invalid final delivery userid|User unknown|Delivery failed \d+ attempts|Mailbox full|Unknown host|User's mailbox is full|Address unknown|Recipient unknown))[: ]+<?${ADDRESS}>?`,
      'gim',
    ),
    reason: 'below',
  },
  {
    server: 'SmarterMail',
    says: /^Could not deliver message to the following recipient/im,
    entry: new RegExp(String.raw`^[ \t]*Failed Recipient:[ \t]*<?${ADDRESS}>?`, 'gim'),
    reason: 'below',
  },
  {
    server: 'Apache James; Verizon vtext',
    says: /Error message below:/i,
    entry: new RegExp(String.raw`^[ \t]*RCPT TO:[ \t]*<?${ADDRESS}>?`, 'gim'),
    reason: /Error message below:\s*(?<reason>[^\n]{2,600}(?:\n[^\n]{2,300}){0,4})/i,
  },
  {
    server: 'phquery, the directory of universities',
    says: /Error Detail \(phquery/i,
    from: /not delivered to the following[^\n:]{0,60}:/i,
    until: /^[ \t]*-{4,}[ \t]*Error Detail/im,
    entry: new RegExp(String.raw`^[ \t]{1,16}${USER}(?:[ \t]+(?<reason>\S.*)|[ \t]*)$`, 'gm'),
    reason: /Error Detail [^\n]*\n(?:\s*----[^\n]*\n)?\s*(?<reason>[^\n]{3,300}(?:\n[^\n]{3,300}){0,3})/i,
  },
  {
    server: 'Mercury, Pegasus',
    says: /^[ \t]*\*{3} ?\S+@\S+\s*\n/m,
    entry: new RegExp(String.raw`^[ \t]*\*{3} ?<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'Kerio Connect, IceWarp, and the plain sentence',
    says: /(?:message|mail) (?:to|for) <?\S+@\S+?>? (?:could not|cannot|can not) be delivered/i,
    entry: new RegExp(
      String.raw`(?:message|mail) (?:to|for) <?${ADDRESS}>? (?:could not|cannot|can not) be delivered[.:]?`,
      'gi',
    ),
    reason: 'below',
  },
]);
