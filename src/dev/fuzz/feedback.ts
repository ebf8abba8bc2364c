import { headerFields } from '../../mail/header.ts';
import { parseAuthResults } from '../../reports/failure/auth-results.ts';
import { mailDate } from '../../reports/failure/mail-date.ts';
import { readFailureReport } from '../../reports/failure/read.ts';
import { fuzzTarget, utf8 } from '../fuzzing/target.ts';

const FIELDS = `Feedback-Type: auth-failure
Version: 1
User-Agent: x/1 (y)
Auth-Failure: dmarc, signature
Authentication-Results: mx.example (a (b)); dmarc=fail header.from=a.example; spf=softfail
 smtp.mailfrom="x@b.example"; dkim=pass (good) header.d=c.example header.b="a\\"b"
Original-Mail-From: <x@b.example>
Original-Rcpt-To: <y@d.example>
Arrival-Date: Mon, 1 Jan 2024 10:00:00 +0100 (CET)
Source-IP: [IPv6:2001:db8::1]
Reported-Domain: a.example
Incidents: 3
Identity-Alignment: spf, dkim
DKIM-Canonicalized-Header: ZnJvbTphQGI=
SPF-DNS: txt : a.example : "v=spf1 -all"`;
const TOLD = `This is an email abuse report for an email message received from IP 192.0.2.7 on Mon, 01 Jan 2024 10:00:00 +0000.
The message below did not meet the sending domain's DMARC policy. Domain: a.example

From: a@b.example
Subject: x`;

/** What failure reports say, without the mail around it: fields, dates, results, words for people. */
export default fuzzTarget({
  seeds: () => [
    FIELDS,
    TOLD,
    'Mon, 1 Jan 2024 10:00:00 +0100 (CET)',
    FIELDS.split('Results: ')[1]?.split('\nOrig')[0] ?? '',
  ],
  tokens: [
    ':',
    ';',
    '(',
    ')',
    '<',
    '>',
    '@',
    '\\',
    '[',
    ']',
    '=',
    ',',
    '\n ',
    '\nFeedback-Type: abuse',
    '\nSource-IP: 1.2.3.4',
    ' IP ',
    'dmarc=',
    'header.',
    'Sat, 31 Feb 99 25:61',
    '-0000',
  ],
  run(bytes) {
    const text = utf8(bytes);
    const condition = { repairs: [] };
    const path = 'mail';
    return [
      readFailureReport({
        kind: 'feedback',
        path,
        header: headerFields(bytes),
        feedback: text,
        original: text,
        condition,
      }),
      readFailureReport({ kind: 'feedback', path, header: [], text, condition }),
      parseAuthResults(text),
      mailDate(text),
    ];
  },
});
