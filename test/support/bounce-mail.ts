/** A delivery status notification as Postfix writes it, or Exim: with the message that came back, or without. */
export interface Notice {
  readonly by: 'postfix' | 'exim' | 'other';
  readonly host: string;
  readonly queue: string;
  /** Without angle brackets; undefined: no header comes back. */
  readonly message?: string;
  readonly sender: string;
  /** Seconds since 1970. */
  readonly time: number;
  readonly action: 'failed' | 'delayed' | 'relayed';
  readonly recipients: readonly { readonly address: string; readonly status: string; readonly said?: string }[];
}

/** One mail of an mbox. */
export function noticeMail({ by, host, queue, message, sender, time, action, recipients }: Notice): string {
  const date = new Date(time * 1000).toUTCString().replace('GMT', '+0000');
  const trace =
    by === 'postfix'
      ? `Received: from app.shop.example (app.shop.example [10.4.0.9])\n\tby ${host} (Postfix) with ESMTP id ${queue};\n\t${date}\n`
      : `Received: from app.shop.example ([10.4.0.9])\n\tby ${host} with esmtp (Exim 4.97)\n\t(envelope-from <${sender}>)\n\tid ${queue}; ${date}\n`;
  const returned =
    message === undefined
      ? []
      : [
          '--=_b',
          'Content-Type: text/rfc822-headers',
          '',
          `Return-Path: <${sender}>`,
          // A service's own trace is none of its log.
          `${by === 'other' ? '' : trace}From: Shop <${sender}>`,
          `Message-ID: <${message}>`,
          'Subject: Spring lamps',
          '',
        ];
  return [
    'From MAILER-DAEMON Tue Nov 10 09:15:01 2026',
    `From: Mail Delivery System <MAILER-DAEMON@${host}>`,
    `To: ${sender}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${date}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"',
    '',
    '--=_b',
    'Content-Type: text/plain',
    '',
    `This is the mail system at host ${host}.`,
    '',
    '--=_b',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${host}`,
    ...(by === 'postfix' ? [`X-Postfix-Queue-ID: ${queue}`, `X-Postfix-Sender: rfc822; ${sender}`] : []),
    '',
    ...recipients.flatMap(({ address, status, said }) => [
      `Final-Recipient: rfc822; ${address}`,
      `Action: ${action}`,
      `Status: ${status}`,
      ...(said === undefined ? [] : [`Diagnostic-Code: smtp; ${said}`]),
      '',
    ]),
    ...returned,
    '--=_b--',
    '',
    '',
  ].join('\n');
}
