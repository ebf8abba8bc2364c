import type { FetchMessageObject, MessageStructureObject } from 'imapflow';
import { rangesOf } from '../../core/number-ranges.ts';
import type { ImapSession, MailOutline, MailPart } from '../imap.ts';
import type { Within } from './within.ts';

/** Octets asked for at once. */
export const PIECE_BYTES = 1024 * 1024;

/** Mails within mails: a structure deeper than any post goes is cut, so that nobody's stack is. */
const DEEPEST = 32;

/** What mails are, and what is in them; BODY.PEEK throughout, so that none is marked as seen. */
export function readingCommands({
  client,
  server: { host },
  attempt,
}: Within): Pick<ImapSession, 'outlines' | 'contents' | 'content'> {
  const missing = `no mails from ${host}`;
  return {
    outlines: (uids, each) =>
      attempt(`no description of mails from ${host}`, async (ours) => {
        const query = { uid: true, size: true, internalDate: true, bodyStructure: true };
        const wanted = new Set(uids);
        for await (const row of client.fetch(rangesOf(uids), query, { uid: true })) {
          // A flag that somebody sets meanwhile comes as a row as well, without what was asked for.
          if (typeof row.size !== 'number' || !wanted.delete(row.uid)) continue;
          await ours(() => each(outlineOf(row, row.size ?? 0)));
        }
        return { status: 'ok' } as const;
      }),
    contents: (uids, each) =>
      attempt(missing, async (ours) => {
        const wanted = new Set(uids);
        for await (const { uid, source } of client.fetch(rangesOf(uids), { uid: true, source: true }, { uid: true })) {
          // NIL is what a server has of a mail that another session has just deleted; the library makes `false` of it.
          if (!(source instanceof Uint8Array) || !wanted.delete(uid)) continue;
          await ours(() => each(uid, source));
        }
        return { status: 'ok' } as const;
      }),
    content: (uid, each) =>
      attempt(missing, async (ours) => {
        const { content } = await client.download(`${uid}`, undefined, { uid: true, chunkSize: PIECE_BYTES });
        if (content === undefined) return { status: 'ok' } as const;
        for await (const piece of content as AsyncIterable<Uint8Array>) await ours(() => each(piece));
        return { status: 'ok' } as const;
      }),
  };
}

function outlineOf({ uid, internalDate, bodyStructure }: FetchMessageObject, octets: number): MailOutline {
  const received = internalDate instanceof Date ? internalDate : undefined;
  return {
    uid,
    octets,
    ...(received === undefined ? {} : { received }),
    ...(bodyStructure === undefined ? {} : { structure: partOf(bodyStructure, 0) }),
  };
}

function partOf(
  { type, parameters, dispositionParameters, childNodes = [] }: MessageStructureObject,
  depth: number,
): MailPart {
  const fileName = dispositionParameters?.['filename'] ?? parameters?.['name'];
  return {
    type: type.toLowerCase(),
    ...(fileName === undefined ? {} : { fileName }),
    parts: depth === DEEPEST ? [] : childNodes.map((node) => partOf(node, depth + 1)),
  };
}
