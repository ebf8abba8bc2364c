import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sectionsFrom, sectionsOf, type MailItem } from '../../src/mail/sections.ts';
import { transferDecoder } from '../../src/mail/transfer.ts';
import { generatedMail } from './mail-text.ts';

interface Found {
  readonly name: string | undefined;
  readonly type: string;
  readonly content: string;
}

async function found(items: Iterable<MailItem> | AsyncIterable<MailItem>): Promise<Found[]> {
  const list: Found[] = [];
  for await (const item of items) {
    if (item.kind !== 'section' || item.head.place === 'beside') continue;
    const decode = transferDecoder(item.head.encoding);
    const pieces: Uint8Array[] = [];
    if (item.content instanceof Uint8Array) pieces.push(Buffer.from(decode(item.content, true)));
    else {
      for await (const bytes of item.content) pieces.push(Buffer.from(decode(bytes, false)));
      pieces.push(Buffer.from(decode(new Uint8Array(0), true)));
    }
    list.push({ name: item.head.name, type: item.head.type, content: Buffer.concat(pieces).toString('latin1') });
  }
  return list;
}

async function* inChunks(bytes: Uint8Array, length: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  // One buffer for all chunks, as files are read: what is kept of one must have been copied.
  const shared = Buffer.alloc(length);
  for (let at = 0; at < bytes.length; at += length) {
    shared.set(bytes.subarray(at, at + length));
    yield shared.subarray(0, Math.min(length, bytes.length - at));
  }
}

describe('a well-formed mail', () => {
  it('is read as it was written, at hand and in chunks of any length', async () => {
    await fc.assert(
      fc.asyncProperty(generatedMail, fc.integer({ min: 1, max: 300 }), async ({ mail, attachments }, length) => {
        // What is not base64 has the mail's own line ends.
        const lineFeeds = !mail.includes('\r\n');
        const expected = attachments.map(({ name, encoding, content }) => {
          const text = content.toString('latin1');
          const own = encoding !== 'base64' && lineFeeds ? text.replaceAll('\r\n', '\n') : text;
          return { name, type: 'application/x-test', content: own };
        });
        expect(await found(sectionsOf(mail))).toEqual(expected);
        expect(await found(sectionsFrom(inChunks(mail, length), 50))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('is read as postal-mime reads it, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(generatedMail, async ({ mail, attachments }) => {
        const theirs = await PostalMime.parse(mail, { forceRfc822Attachments: true });
        const ours = await found(sectionsOf(mail));
        // Of texts, it hands out lines with line feeds, and not always the last one.
        const same = (content: string, at: number): string =>
          attachments[at]?.encoding === 'base64' ? content : content.replaceAll('\r\n', '\n').replace(/\n*$/, '');
        expect(ours.map(({ content }, at) => same(content, at))).toEqual(
          theirs.attachments.map(({ content }, at) => same(Buffer.from(content as ArrayBuffer).toString('latin1'), at)),
        );
        expect(ours.map(({ name }) => name)).toEqual(theirs.attachments.map(({ filename }) => filename));
      }),
      { numRuns: 300 },
    );
  });
});
