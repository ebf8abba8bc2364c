import { ADDRESS, defineFamilies } from '../family.ts';

/** What stands in front of mail servers: filters and gateways. */
export default defineFamilies([
  {
    server: 'Cisco IronPort',
    says: /The following message to <\S+> was undeliverable/i,
    entry: new RegExp(String.raw`The following message to <${ADDRESS}> was undeliverable\.?`, 'gi'),
    reason: /The reason for the problem:\s*(?<reason>[^\n]{2,600}(?:\n[^\n]{2,300}){0,8})/i,
  },
  {
    server: 'MailFoundry',
    says: /^Unable to deliver message to: </im,
    entry: new RegExp(String.raw`^Unable to deliver message to: <${ADDRESS}>[ \t]*$`, 'gim'),
    reason: /Delivery failed for the following reason:\s*(?<reason>[^\n]{2,600})/i,
  },
  {
    server: 'Trend Micro InterScan',
    says: /Unable to deliver message to <\S+?>/i,
    entry: new RegExp(String.raw`Unable to deliver message to <${ADDRESS}>`, 'gi'),
    reason: /^[ \t]*(?:Reason:[ \t]*)?(?<reason>[^\n]{0,20}Unable to deliver message to [^\n]{2,600})/im,
  },
  {
    server: 'Trend Micro InterScan, which leaves the recipient to the message that came back',
    says: /\*{3} Message from InterScan/i,
    read: (text) => [{ reason: /^[ \t]*Reason:[ \t]*(?<reason>[^\n]{3,600})/im.exec(text)?.groups?.['reason'] ?? '' }],
  },
  {
    server: 'Vade',
    says: /^[ \t]{0,8}\* \[[^\s@]{1,128}@[^\s@\]]{1,255}\]: /m,
    entry: new RegExp(String.raw`^[ \t]{0,8}\* \[${ADDRESS}\]: (?<reason>.*)$`, 'gm'),
    reason: 'below',
  },
  {
    server: 'MailMarshal',
    says: /Could not be delivered because of/i,
    from: /The following recipients were affected:/i,
    until: /^[ \t]*Additional Information/im,
    entry: new RegExp(String.raw`^[ \t]+<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: /Could not be delivered because of\s+(?<reason>[^\n]{2,600}(?:\n[^\n]{2,300}){0,4})/i,
  },
  {
    server: 'SurfControl',
    says: /^Addressed To: \S+@/im,
    entry: new RegExp(String.raw`^Addressed To: <?${ADDRESS}>?`, 'gim'),
    reason: /Failed to send to identified host,\s*\S+ (?<reason>[^\n]{2,600})/i,
  },
  {
    server: 'Active!Hunter',
    says: /^[ \t]*>>> \S+@\S+ <\S+@\S+>[ \t]*$/m,
    entry: new RegExp(String.raw`^[ \t]*>>> \S+ <${ADDRESS}>[ \t]*$`, 'gm'),
    reason: /Transcript of (?:the )?session follows -+\s*(?<reason>[^\n]{2,600})/i,
  },
  {
    server: 'm-FILTER',
    says: /-{5,}server message\s/i,
    entry: new RegExp(String.raw`^${ADDRESS}[ \t]*$`, 'gm'),
    reason: /-{5,}server message\s*(?<reason>[^\n]{2,600}(?:\n[^\n-][^\n]{2,300}){0,4})/i,
  },
  {
    server: 'Barracuda, and others that name the recipient in a sentence',
    says: /has NOT BEEN DELIVERED|was blocked by our Spam Firewall/i,
    entry: new RegExp(String.raw`Your message to:?[ \t]*<?${ADDRESS}>?`, 'gi'),
    reason: /(?<reason>was blocked by our Spam Firewall[^\n]{0,300})/i,
  },
  {
    server: 'MailEnable',
    says: /^[ \t]*Recipient:[ \t]*\[?SMTP:/im,
    entry: new RegExp(String.raw`Recipient:[ \t]*\[?SMTP:${ADDRESS}`, 'gi'),
    reason: 'below',
  },
  {
    server: 'amavis, to the sender of what it kept',
    says: /Our content checker found\s/i,
    from: /in (?:your|an?) e-?mail[^\n]{0,80} (?:recipients?|to):/i,
    until: /^[ \t]*(?:Our internal reference|Delivery of the e-?mail was stopped|First upstream)/im,
    entry: new RegExp(String.raw`^[ \t]*->[ \t]*<?${ADDRESS}>?[ \t]*$`, 'gm'),
    reason: /Our content checker found\s+(?<reason>[^\n]{2,300}(?:\n[ \t]+[^\n]{2,300}){0,3})/i,
  },
  {
    server: 'Rejections in one sentence: `SMTP Server <mx> rejected recipient <a@b>`',
    says: /^SMTP Server <\S+> rejected recipient </im,
    entry: new RegExp(String.raw`rejected recipient <${ADDRESS}>`, 'gi'),
    reason: /It responded as follows: \[(?<reason>[^\]]{2,600})\]/i,
  },
]);
