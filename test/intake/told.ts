import type { IntakeItem } from '../../src/intake/document.ts';
import { documents, type IntakeOptions } from '../../src/intake/documents.ts';

/** What intake makes of bytes on standard input, a line for each item: `stdin › report.xml = <feedback/>; repair`. */
export async function told(bytes: string | Uint8Array, options: Omit<IntakeOptions, 'stdin'> = {}): Promise<string[]> {
  const lines: string[] = [];
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  for await (const item of documents(['-'], { ...options, stdin: inChunks(all) })) lines.push(await lineOf(item));
  return lines;
}

export async function itemsIn(bytes: string | Uint8Array): Promise<IntakeItem[]> {
  const items: IntakeItem[] = [];
  for await (const item of documents(['-'], { stdin: inChunks(Buffer.from(bytes)) })) items.push(item);
  return items;
}

export async function lineOf(item: IntakeItem): Promise<string> {
  if (item.kind === 'failed') return `${item.path}: ${item.error}`;
  if (item.kind === 'passed-over') return `${item.path} – ${item.what}`;
  let text = '';
  if (item.kind === 'document') {
    if (typeof item.text === 'string') text = item.text;
    else for await (const piece of item.text) text += piece;
  }
  // What a stream turns out to be is known at its end.
  const { repairs, broken } = item.condition;
  const notes = [...repairs.map(({ what }) => what), ...(broken === undefined ? [] : [`broken: ${broken}`])];
  if (item.kind === 'feedback') return [`${item.path} feedback`, ...notes].join('; ');
  return [`${item.path} = ${text.length > 60 ? `${text.length} characters` : text}`, ...notes].join('; ');
}

async function* inChunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}
