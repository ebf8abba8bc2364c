import { expect, test } from 'vitest';
import { eventsOfMail } from '../../support/mail-events.ts';

const complaint = (head: string, arrival: string): string => `From: fbl@isp.example
To: fbl@shop.example
Subject: Abuse report
${head}MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Loop/1.0
Version: 1
Original-Rcpt-To: anna@isp.example
${arrival}
--b
Content-Type: message/rfc822

From: news@shop.example
To: anna@isp.example
Message-ID: <m1@shop.example>
Date: Sun, 08 Nov 2026 20:00:00 +0000

Hello
--b--
`;
const timeOf = (mail: string): string | undefined =>
  eventsOfMail(mail).map(({ time }) => new Date(time * 1000).toISOString())[0];

test.each([
  ['the report’s', 'Date: Tue, 10 Nov 2026 09:00:00 +0100\n', 'Arrival-Date: Sun, 08 Nov 2026 20:00:01 +0000\n'],
  ['the report’s, where none is told of the message', 'Date: Tue, 10 Nov 2026 08:00:00 +0000\n', ''],
  ['when the report came in', 'Received: by mx.shop.example; Tue, 10 Nov 2026 08:00:00 +0000\n', ''],
  ['when the message came in, where the report has none', '', 'Received-Date: Tue, 10 Nov 2026 08:00:00 +0000\n'],
  [
    'when the message came in, where the report’s clock is behind',
    'Date: Tue, 10 Nov 2026 07:59:00 +0000\n',
    'Arrival-Date: Tue, 10 Nov 2026 08:00:00 +0000\n',
  ],
])('the time of a complaint is %s', (_, head, arrival) => {
  expect(timeOf(complaint(head, arrival))).toBe('2026-11-10T08:00:00.000Z');
});
