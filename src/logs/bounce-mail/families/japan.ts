import { ADDRESS, defineFamilies } from '../family.ts';

/** Mobile networks, and Japanese providers. */
export default defineFamilies([
  {
    server: 'InterMail, Post.Office: each recipient with its reason below',
    says: /^[ \t]*Recipient:[ \t]*<\S+@\S+>[ \t]*\n[ \t]*Reason:/im,
    entry: new RegExp(String.raw`^[ \t]*Recipient:[ \t]*<${ADDRESS}>[ \t]*$`, 'gim'),
    reason: /^[ \t]*Reason:[ \t]*(?<reason>[^\n]{2,600}(?:\n[ \t]+[^\n]{2,300}){0,4})/im,
  },
  {
    server: 'Verizon: messages to telephones',
    says: /No valid recipients for this MM|could not be delivered to mobile/i,
    entry: new RegExp(String.raw`^[ \t]*to:?[ \t]+<?${ADDRESS}>?`, 'gim'),
    reason:
      /(?:Error:[ \t]*)?(?<reason>No valid recipients for this MM|[^\n]{0,200}could not be delivered to mobile[^\n]{0,200})/i,
  },
  {
    server: 'au, EZweb: one reason, and the addresses below',
    says: /The user\(s\) account is (?:disabled|temporarily)|Your message was not delivered within \d+ days?|Each of the following recipients was rejected by a remote|The following recipients did not receive this message|The receiver's mailbox is full|message was not delivered to the following|Because the following (?:mail)?box/i,
    entry: new RegExp(String.raw`^[ \t]{0,8}(?:Recipient:[ \t]*)?<${ADDRESS}>[ \t]*$`, 'gm'),
    reason:
      /<<<[ \t]*(?<reason>[45]\d\d[^\n]{1,600})|^[ \t]*(?<told>The user\(s\)[^\n]{1,200}|Each of the following[^\n]{1,200}|The following recipients did[^\n]{1,200}|The receiver's[^\n]{1,200}|Your message was not delivered within[^\n]{1,200}(?:\n[^\n<]{2,200})?)/im,
  },
  {
    server: 'KDDI',
    says: /Could not be delivered to: <|As their mailbox is full/i,
    entry: new RegExp(String.raw`Could not be delivered to:? <?${ADDRESS}>?`, 'gi'),
    reason: 'below',
  },
  {
    server: 'BIGLOBE, OCN, So-net: a list of addresses, and what was not delivered',
    says: /-{3,}[ \t]*The following addresses had (?:delivery problems|delivery errors)[ \t]*-{3,}/i,
    entry: new RegExp(String.raw`^[ \t]{0,4}<?${ADDRESS}>?[ \t]*(?:\[(?<reason>[^\]\n]{2,300})\])?[ \t]*$`, 'gm'),
    reason: /-{3,}[ \t]*Non-delivered information[ \t]*-{3,}\s*(?<reason>[^\n]{2,600}(?:\n[^\n-][^\n]{2,300}){0,4})/i,
  },
  {
    server: 'Delivery failed: <a@b>, then what the other side said',
    says: /^Delivery failed: \S+@\S+[ \t]*$/im,
    entry: new RegExp(String.raw`^Delivery failed: <?${ADDRESS}>?[ \t]*$`, 'gim'),
    reason: 'below',
  },
]);
