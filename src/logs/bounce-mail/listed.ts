import type { Failure, ListFamily } from './family.ts';
import { RECIPIENTS } from './limits.ts';
import { oneLine, saysFailure } from './reply.ts';

/** Lines below a recipient that may belong to its reason; a reply of Microsoft's has some twenty. */
const REASON_LINES = 40;

/** The recipients of a list, each with what is said of it. */
export function readListed(whole: string, { entry, reason, from, until }: ListFamily): Failure[] {
  const start = from === undefined ? null : from.exec(whole);
  const behind = start === null ? whole : whole.slice(start.index + start[0].length);
  const end = until === undefined ? null : until.exec(behind);
  const text = end === null ? behind : behind.slice(0, end.index);
  const entries = Array.from(text.matchAll(entry)).slice(0, RECIPIENTS);
  // Some say why, and leave to the message that came back for whom it was.
  if (entries.length === 0) {
    const why =
      typeof reason === 'object' ? oneLine(found(reason.exec(whole))) : start === null ? '' : firstFailure(text);
    return why === '' ? [] : [{ reason: why }];
  }
  return entries.flatMap((match, at) => {
    const { address, reason: beside = '' } = match.groups ?? {};
    if (address === undefined) return [];
    const stop = match.index + match[0].length;
    const below = text.slice(stop, entries[at + 1]?.index ?? text.length);
    const said =
      reason === 'below'
        ? `${beside}\n${paragraph(beside.trim() === '' ? below.trimStart() : below.replace(/^[ \t]*\n/, ''))}`
        : reason === 'above'
          ? lastParagraph(text.slice(at === 0 ? 0 : endOf(entries[at - 1]), match.index))
          : beside.trim() || found(reason.exec(below) ?? reason.exec(whole)) || sentenceBelow(below);
    return [{ address: trimmed(address), reason: COURTESY.test(said.trimStart()) ? '' : oneLine(said) }];
  });
}

/** What Exim writes below its list of those who wait. */
const COURTESY = /^No action is required on your part/;

/** For people, Exchange writes the reason below the address, and leaves the codes out where it has none. */
function sentenceBelow(below: string): string {
  const first = paragraph(below.trimStart());
  return saysFailure(first) && !first.includes('@') && !/[:：]\s*$/.test(first) ? first : '';
}

/** What it says: `reason`, or `told` where the family has two ways to say it. */
const found = (match: RegExpExecArray | null): string => match?.groups?.['reason'] ?? match?.groups?.['told'] ?? '';
const RULE = /^[|*\s]{0,8}[-=*_]{5,}/;
const trimmed = (address: string): string => address.replace(/[.,:;]+$/, '');
const endOf = (match: RegExpExecArray | undefined): number => (match === undefined ? 0 : match.index + match[0].length);

/** The first lines that stand together. */
function paragraph(text: string): string {
  const lines = text.split('\n', REASON_LINES);
  const end = lines.findIndex((line) => line.trim() === '' || RULE.test(line));
  return (end === -1 ? lines : lines.slice(0, end)).join('\n');
}

/** Names and addresses of other kinds may stand before the paragraph that says why. */
const NAMES = 2;

function firstFailure(text: string): string {
  const paragraphs = text.trimStart().split(/\n\s*\n/, NAMES + 1);
  const why = paragraphs.map((one) => oneLine(paragraph(one))).find((one) => !one.includes('@') && saysFailure(one));
  return why ?? '';
}

function lastParagraph(text: string): string {
  const lines = text.trimEnd().split('\n');
  const blank = lines.findLastIndex((line) => line.trim() === '');
  return lines.slice(blank + 1).join('\n');
}
