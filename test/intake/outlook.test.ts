import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compoundFileOf, messageStorage, type MessageFile } from './msg-bytes.ts';
import { itemsIn, told } from './told.ts';
import { zipOf } from './zip-bytes.ts';

const XML = '<feedback/>';
const NAME = 'receiver.example!example.com!1700000000!1700086399.xml.gz';
const gz = gzipSync(XML);
const msg = (message: MessageFile): Buffer => compoundFileOf(messageStorage(message));
const report = { name: NAME, type: 'application/gzip', content: gz };

describe('an Outlook message', () => {
  it('gives its attachments, small and large, and what lies in them', async () => {
    const large = `<feedback>${'<x/>'.repeat(50_000)}</feedback>`;
    const file = msg({
      body: 'see attachment',
      attachments: [
        { name: 'logo.png', type: 'image/png', content: Buffer.from('\x89PNG', 'latin1') },
        report,
        { name: 'large.xml', content: Buffer.from(large) },
        { name: 'all.zip', content: zipOf({ 'a.xml': XML }) },
      ],
    });
    expect(await told(file)).toEqual([
      `stdin › ${NAME} = ${XML}`,
      `stdin › large.xml = ${large.length} characters`,
      `stdin › all.zip › a.xml = ${XML}`,
    ]);
  });

  it('gives messages in it, and a report in its text', async () => {
    const inner = { headers: 'From: a@b.example\r\n', attachments: [report] };
    expect(await told(msg({ attachments: [{ name: 'Fwd: report', message: inner }] }))).toEqual([
      `stdin › Fwd: report › ${NAME} = ${XML}`,
    ]);
    expect(await told(msg({ body: `Hello,\r\n${XML}` }))).toEqual([`stdin = Hello,\r\n${XML}`]);
  });

  it('without a report is passed over, and an old Office file is none', async () => {
    const inner = { body: 'hello' };
    expect(await told(msg({ body: 'hello', attachments: [{ name: 'x', message: inner }] }))).toEqual([
      'stdin – a mail without a report',
    ]);
    expect(await told(compoundFileOf({ WordDocument: Buffer.from('x') }))).toEqual([
      'stdin: no report: looks like an old Office file',
    ]);
  });

  it('that reports about a message is a failure report', async () => {
    const [item] = await itemsIn(
      msg({
        headers: 'From: a@b.example\r\nSubject: x\r\n y\r\n',
        body: 'for people',
        attachments: [
          { name: 'ATT1', type: 'message/feedback-report', content: Buffer.from('Feedback-Type: auth-failure\r\n') },
          { name: 'Spam', message: { headers: 'From: c@d.example\r\n' } },
        ],
      }),
    );
    expect(item).toEqual({
      kind: 'feedback',
      path: 'stdin',
      header: [
        { name: 'from', value: 'a@b.example' },
        { name: 'subject', value: 'x y' },
      ],
      text: 'for people',
      feedback: 'Feedback-Type: auth-failure\r\n',
      original: 'From: c@d.example\r\n',
      condition: { repairs: [] },
    });
  });

  it('however broken, is read without a throw', async () => {
    const whole = msg({ body: 'x', attachments: [report, { name: 'm', message: { attachments: [report] } }] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.constantFrom(0, 1, 2, 5, 255)), { maxLength: 30 }),
        fc.integer({ min: 600, max: whole.length }),
        async (changes, length) => {
          const bytes = Buffer.from(whole);
          for (const [at, byte] of changes) bytes[at] = byte;
          expect((await told(bytes.subarray(0, length))).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('whose many attachments are all one large stream ends when that has been read often enough', async () => {
    const content = Buffer.from(`<feedback>${'x'.repeat(100_000)}`);
    const file = msg({
      attachments: Array.from({ length: 200 }, (_, at) => ({
        name: `${at}.xml`,
        content: at === 0 ? content : Buffer.from('y'),
      })),
    });
    // Every entry of a small stream is made to name the large one.
    const large = Buffer.alloc(8);
    large.writeUInt32LE(0, 0);
    large.writeUInt32LE(content.length, 4);
    for (let at = 512; at + 128 <= file.length; at += 128)
      if (file.toString('utf16le', at, at + 40) === '__substg1.0_37010102') large.copy(file, at + 116);
    const lines = await told(file);
    expect(lines.filter((line) => line.includes('100010 characters')).length).toBeLessThan(20);
    expect(lines.at(-1)).toBe(
      'stdin: attachments of more than 4 times the size of the file, the limit; the rest is not read',
    );
  });
});

describe('winmail.dat', () => {
  const attribute = (number: number, content: Uint8Array): Buffer => {
    const head = Buffer.alloc(9);
    head[0] = 2;
    head.writeUInt32LE(number, 1);
    head.writeUInt32LE(content.length, 5);
    return Buffer.concat([head, content, Buffer.alloc(2)]);
  };
  const tnef = (...attributes: Buffer[]): Buffer =>
    Buffer.concat([Buffer.from('789f3e220100', 'hex'), attribute(0x00089006, Buffer.alloc(4)), ...attributes]);
  const file = (name: string, content: Uint8Array): Buffer[] => [
    attribute(0x00069002, Buffer.alloc(14)),
    attribute(0x0006800f, content),
    attribute(0x00018010, Buffer.from(`${name}\0`)),
  ];

  it('gives the files in it', async () => {
    expect(await told(tnef(...file('a.xml.gz', gz), ...file('b.xml', Buffer.from(XML))))).toEqual([
      `stdin › a.xml.gz = ${XML}`,
      `stdin › b.xml = ${XML}`,
    ]);
  });

  it('in a mail may hold nothing but text', async () => {
    const mail = `From: a@b.example\nContent-Type: application/ms-tnef; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n`;
    expect(await told(mail + tnef().toString('base64'))).toEqual(['stdin – a mail without a report']);
    expect(await told(mail + tnef(...file('a.xml.gz', gz)).toString('base64'))).toEqual([
      `stdin › winmail.dat › a.xml.gz = ${XML}`,
    ]);
  });

  it('cut off anywhere is read as far as it goes', async () => {
    const whole = tnef(...file('a.xml.gz', gz), ...file('b.xml', Buffer.from(XML)));
    for (let length = 7; length < whole.length; length += 1)
      expect((await told(whole.subarray(0, length))).length).toBeGreaterThan(0);
  });
});
