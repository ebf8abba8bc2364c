import { oneLine, saysFailure, saysUndelivered, telling } from './reply.ts';
import { says } from './said.ts';

const LABEL = says('reasonLabels', {
  ahead: String.raw`\s*[:：]\s*(?<said>[^\n]{3,900}(?:\n[ \t]*[^\s-][^\n]{0,300}){0,8})`,
});
const TEMPLATE =
  /^(?:\W*(?:(?:message|e-?mail|mail) )?(?:not delivered|undelivered|undeliverable|delivery (?:failed|failure))\W*$|an? (?:message|e-?mail|error) |this (?:is|message was|e-?mail)|recipients\. |following address|your (?:message|mail|e-?mail)|the (?:following|original)|sorry|unfortunately|hi\b|hello|dear|date:|subject:|to:|sent:|from:|received:|message-id:)/i;

const CODED = /[45]\d\d|[45]\.\d{1,2}\.\d/;
/** `---- Failure Reasons ----` announces the reason and is none. */
const HEADLINE = /^[ \t]*[-=*_#]{2,}[ \t]*[^-=*_#\n]{1,80}(?:[-=*_#]{2,}|:)[ \t]*$/;

const ENTRY = /^\s{0,12}<?(?<address>[^\s<>@"]{1,128}@[^\s<>@"]{1,255}?)[>:,]{0,2}(?:\s|$)/;
/**
 * What says most anywhere, for a recipient whose own reason does not stand there. In a list of recipients, a line that
 * begins with an address is about nobody else. Each text is searched twice at most, however many recipients it names.
 */
export function reasonsAnywhere(lines: readonly string[]): (address: string) => string {
  const entries = Map.groupBy(lines, (line) => ENTRY.exec(line)?.groups?.['address']?.toLowerCase());
  const [listed, rest] = [entries.size - (entries.has(undefined) ? 1 : 0), entries.get(undefined) ?? []];
  let [whole, unlisted]: [string?, string?] = [];
  return (address) => {
    const own = entries.get(address.toLowerCase());
    if (own === undefined || listed < 2) return (whole ??= mostTelling(lines));
    return mostTelling(own) || (unlisted ??= mostTelling(rest));
  };
}

/** The reason that stands beside this address; empty where none does. */
export const reasonBeside = (told: string, address: string, all: readonly string[]): string =>
  reasonNear(told.split('\n'), address, all);

/** Lines around an address that may tell the reason. */
const BELOW = 12;
const ABOVE = 3;

export function reasonNear(lines: readonly string[], address: string, all: readonly string[]): string {
  const key = address.toLowerCase();
  const at = lines.flatMap((line, number) => (line.toLowerCase().includes(key) ? [number] : [])).slice(0, PLACES);
  const places = at.map((number) => around(lines, number, { address, all }));
  const [first] = places;
  if (first === undefined) return '';
  const { near, above } = first;
  const told = places.flatMap((place) => mostToldIn(place.near) ?? []).toSorted((a, b) => b.worth - a.worth)[0];
  const line = near[0] ?? '';
  return (
    oneLine(told?.line ?? '') ||
    // `<anna@example.org>: …` tells the reason, in words of any language.
    oneLine(BEHIND.exec(line.slice(line.toLowerCase().indexOf(key) + key.length))?.groups?.['said'] ?? '') ||
    announced(above, near.slice(1)) ||
    mostTelling(above)
  );
}

/** Places that are looked at where an address is named more than once: in two languages, or two parts. */
const PLACES = 4;

interface Around {
  /** The line that names it, and those below, as far as they are about no other. */
  readonly near: readonly string[];
  readonly above: readonly string[];
}

function around(
  lines: readonly string[],
  at: number,
  { address, all }: { readonly address: string; readonly all: readonly string[] },
): Around {
  const key = address.toLowerCase();
  const list = ENTRY.test(lines[at] ?? '');
  const isOther = (line: string): boolean =>
    (list && ENTRY.test(line) && !line.toLowerCase().includes(key)) ||
    all.some((one) => one !== address && line.toLowerCase().includes(one.toLowerCase()));
  const below = lines.slice(at + 1, at + 1 + BELOW);
  const stop = below.findIndex(isOther);
  return {
    near: [lines[at] ?? '', ...(stop === -1 ? below : below.slice(0, stop))],
    above: lines.slice(Math.max(0, at - ABOVE), at).filter((one) => !isOther(one)),
  };
}

const BEHIND = /^["'>)\]]{0,2}:[ \t]{1,8}(?<said>[^\n]{0,40}\p{L}{3}[^\n]{0,400})$/u;

/** Where help is to be had is no reason. */
const HELP =
  /^\W*(?:for (?:further|more) (?:assistance|information|help|details)|if you (?:do so|need|have|think|believe)|please )/i;

/** «Delivery to these has failed:», the address, and a sentence below it: that is why, in words of any language. */
function announced(above: readonly string[], below: readonly string[]): string {
  const told = above.findLast((line) => line.trim() !== '') ?? '';
  if (!/[:：]\s*$/.test(told) || !saysFailure(told)) return '';
  const first = below.findIndex((line) => line.trim() !== '');
  const line = below[first] ?? '';
  if (HELP.test(line)) return '';
  return /\p{L}{2}/u.test(line) && !/[:：]\s*$/.test(line) && !line.includes('@')
    ? oneLine([line, ...goingOn(below, first + 1)].join('\n'))
    : '';
}

/** The line, with what it goes on with, that says most about why; empty where none says anything. */
export const mostTelling = (lines: readonly string[]): string => oneLine(mostToldIn(lines)?.line ?? '');

interface Told {
  readonly line: string;
  readonly worth: number;
}
/** A line that says more than that something failed: a code, at least. */
const CODED_WORTH = 4;

function mostToldIn(lines: readonly string[]): Told | undefined {
  const labelled = LABEL.exec(lines.join('\n'))?.groups?.['said'] ?? '';
  // What stands behind «reason:» is one, in words of any language; a line with a code says more.
  let best: Told | undefined = /\p{L}{3}/u.test(labelled)
    ? { line: labelled, worth: Math.max(telling(labelled) + 2, CODED_WORTH - 0.5) }
    : undefined;
  for (const [at, line] of lines.entries()) {
    // `failed@` says nothing of a failure.
    const words = line.replaceAll(/[\w!#$%&'*+/=?^{|}~.-]{1,128}@[\w.-]{1,255}/g, '@');
    if (HEADLINE.test(line) || (!saysFailure(words) && !CODED.test(words))) continue;
    const worth = saysOnlyThat(line, words) ? telling(words) / 10 : telling(words);
    if (worth <= (best?.worth ?? 0)) continue;
    best = { line: [line, ...goingOn(lines, at + 1)].join('\n'), worth };
  }
  return best;
}

/** Half a sentence that announces what stands below it. */
const ANNOUNCES = /^[^.。!！?？]{0,90}[:：]\s*$/;

/** «Your message could not be delivered to», «this caused the failure:» tell that it failed, and not why. */
function saysOnlyThat(line: string, words: string): boolean {
  if (TEMPLATE.test(line.trim())) return true;
  if (CODED.test(words)) return false;
  return ANNOUNCES.test(words) || saysUndelivered(words);
}

/** What Sendmail puts below the reason: that it goes on trying is none. */
const STILL_TRYING = /^\W*(?:Warning: message still undelivered|Will keep trying until)\b/i;

/** Lines that belong to the one before: as far as the paragraph goes. */
function goingOn(lines: readonly string[], from: number): string[] {
  const rest = lines.slice(from, from + BELOW);
  const end = rest.findIndex((line) => line.trim() === '' || STILL_TRYING.test(line));
  return (end === -1 ? rest : rest.slice(0, end)).filter((line) => !line.includes('--- '));
}
