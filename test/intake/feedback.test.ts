import { describe, expect, it } from 'vitest';
import type { FeedbackMail } from '../../src/intake/document.ts';
import { itemsIn, told } from './told.ts';

const TOP =
  'From: =?utf-8?Q?Empf=C3=A4nger?= <noreply@receiver.example>\r\nSubject: FW: hello\r\n world\r\nMIME-Version: 1.0\r\n';
const REPORT = 'Feedback-Type: auth-failure\r\nVersion: 1\r\nSource-IP: 192.0.2.1\r\nReported-Domain: example.com\r\n';
const ORIGINAL =
  'From: someone@example.com\r\nSubject: offer\r\nContent-Type: application/gzip; name=a!b!1700000000!1700086399.xml.gz\r\n\r\nbody';
const feedbackPart = `Content-Type: message/feedback-report\r\n\r\n${REPORT}`;
const originalPart = `Content-Type: message/rfc822\r\n\r\n${ORIGINAL}`;
const wordsPart = 'Content-Type: text/plain\r\n\r\nThis is an authentication failure report.';
const multi = (type: string, ...parts: readonly string[]): string =>
  `Content-Type: multipart/${type}; boundary="b"\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b--\r\n`;
const ARF = 'report; report-type=feedback-report';

async function only(text: string): Promise<FeedbackMail> {
  const items = await itemsIn(text);
  expect(items.map(({ kind }) => kind)).toEqual(['feedback']);
  return items[0] as FeedbackMail;
}

describe('a report about one message', () => {
  it('is its parts, and its mail’s header', async () => {
    expect(await only(TOP + multi(ARF, wordsPart, feedbackPart, originalPart))).toEqual({
      kind: 'feedback',
      path: 'stdin',
      header: [
        { name: 'from', value: 'Empfänger <noreply@receiver.example>' },
        { name: 'subject', value: 'FW: hello world' },
        { name: 'mime-version', value: '1.0' },
        { name: 'content-type', value: `multipart/${ARF}; boundary="b"` },
      ],
      feedback: REPORT,
      original: ORIGINAL,
      text: 'This is an authentication failure report.',
      condition: { repairs: [] },
    });
  });

  it.each<readonly [string, string]>([
    ['without saying so at the top', multi('mixed', wordsPart, feedbackPart, originalPart)],
    [
      'in base64',
      multi(
        ARF,
        wordsPart,
        `Content-Type: message/feedback-report\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(REPORT).toString('base64')}`,
        originalPart,
      ),
    ],
    ['as text', multi(ARF, wordsPart, `Content-Type: text/plain; name=report.txt\r\n\r\n${REPORT}`, originalPart)],
    ['with the message in front', multi(ARF, originalPart, wordsPart, feedbackPart)],
    [
      'within another multipart, with a footer',
      multi(
        'mixed',
        multi(ARF, wordsPart, feedbackPart, originalPart).replaceAll('--b', '--c').replace('"b"', '"c"'),
        'Content-Type: text/plain\r\n\r\n-- list',
      ),
    ],
  ])('may come %s', async (_, text) => {
    const { feedback, original, text: words } = await only(TOP + text);
    expect({ feedback: feedback?.trim(), original, words }).toEqual({
      feedback: REPORT.trim(),
      original: ORIGINAL,
      words: 'This is an authentication failure report.',
    });
  });

  it('may show the header of the message only, or nothing of it', async () => {
    expect(
      (await only(TOP + multi(ARF, feedbackPart, 'Content-Type: text/rfc822-headers\r\n\r\nFrom: x@example.com')))
        .original,
    ).toBe('From: x@example.com');
    expect(await only(TOP + multi(ARF, feedbackPart))).not.toHaveProperty('original');
    expect((await only(REPORT)).feedback).toContain('source-ip: 192.0.2.1');
  });

  it('may lie in a mail that forwards it', async () => {
    const text = `${TOP}Content-Type: message/rfc822; name=fwd.eml\r\n\r\n${TOP}${multi(ARF, feedbackPart)}`;
    expect(await told(text)).toEqual(['stdin › fwd.eml feedback']);
  });

  it('is kept up to a limit, which is told', async () => {
    const long = `Content-Type: message/rfc822\r\n\r\nFrom: x@example.com\r\n\r\n${'x'.repeat(300_000)}`;
    const { original, condition } = await only(TOP + multi(ARF, feedbackPart, long));
    expect(original).toHaveLength(256 * 1024);
    expect(condition.repairs).toEqual([
      { what: 'reported message of more than 256 kiB, the limit: the rest is not read' },
    ]);
  });

  it('may come as binary data, in a page, or in Outlook’s own form', async () => {
    const binary = feedbackPart.replace('message/feedback-report', 'application/octet-stream; name=ATT00001.dat');
    expect(await only(TOP + multi('mixed', wordsPart, binary, originalPart))).toMatchObject({ original: ORIGINAL });
    const page = `Content-Type: text/html\r\n\r\n<html><pre>${REPORT.replaceAll('\r\n', '<br>\r\n')}</pre></html>`;
    expect(await only(TOP + page)).toMatchObject({
      text: expect.stringContaining('Version: 1\nSource-IP: 192.0.2.1\n') as string,
      condition: { repairs: [{ what: 'written into an HTML page: its text is read' }] },
    });
    const complaint = TOP.replace('FW: hello', 'complaint about message from 192.0.2.8');
    expect(await only(complaint + multi('mixed', originalPart))).toMatchObject({ original: ORIGINAL });
  });

  it('may be written for people only', async () => {
    const exim =
      'A message claiming to be from you has failed the published DMARC policy for your domain.\r\n\r\nSender Domain: example.com\r\nSender IP Address: 192.0.2.7\r\n';
    expect((await only(`${TOP}\r\n${exim}`)).text).toBe(exim);
    const said =
      'This is a spf/dkim authentication-failure report for an email message received from IP 2001:db8::1 on Mon.';
    expect((await only(`${TOP}\r\n${said}`)).text).toBe(said);
    expect(await told(`${TOP}\r\nHave you seen that DMARC failure report of yesterday?`)).toEqual([
      'stdin – a mail without a report',
    ]);
  });
});
