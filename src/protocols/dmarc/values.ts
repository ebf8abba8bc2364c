import { DMARC_POLICIES, type DmarcCode, type DmarcPolicy, type DmarcProblem, type FailureOption } from './record.ts';
import { closest } from '../edit-distance.ts';
import { quote, type Tag } from '../tag-list.ts';
import { parseReportUris, type ReportUri } from '../uri.ts';

/** What one tag's value says; no value where it is invalid. */
export interface Reading<T> {
  readonly value?: T;
  readonly problems: readonly DmarcProblem[];
}

/** Receivers schedule reports in seconds of 32 bits (RFC 7489 §6.4: `ri` is a 32-bit unsigned integer). */
const LONGEST_INTERVAL = 4_294_967_295;

/** `none`, `quarantine`, `reject` in any case (RFC 9989 §4.8 `dmarc-request`). */
export function readPolicy(tag: Tag): Reading<DmarcPolicy> {
  const meant = tag.value.toLowerCase();
  const policy = DMARC_POLICIES.find((one) => one === meant);
  if (policy !== undefined) return { value: policy, problems: [] };
  if (tag.value === '') return emptyValue(tag);
  const message = `${quote(tag.value)} is no policy: ${tag.name}= has to be none, quarantine or reject`;
  const word = /^[a-z]+/.exec(meant)?.[0] ?? '';
  // Only a value that is one damaged word is corrected; `none rua=…` has lost its semicolon instead.
  const near = word.length + 1 >= meant.length ? closest(word, DMARC_POLICIES, 2) : undefined;
  return { problems: [problem('invalid-policy', tag, message, near)] };
}

/** A reader of one of a few letters, in any case. */
export const oneOf =
  <T extends string>(...allowed: readonly T[]) =>
  (tag: Tag): Reading<T> => {
    const value = allowed.find((one) => one === tag.value.toLowerCase());
    if (value !== undefined) return { value, problems: [] };
    if (tag.value === '') return emptyValue(tag);
    const message = `${quote(tag.value)} is no value for ${tag.name}=, which has to be ${allowed.join(' or ')}`;
    // `relaxed`, `strict`, `yes`, `no`
    const initial = allowed.find(
      (one) => /^(relaxed|strict|yes|no)$/i.test(tag.value) && tag.value[0]!.toLowerCase() === one,
    );
    return { problems: [problem('invalid-value', tag, message, initial)] };
  };

/** Failure reporting options, colon-separated: `0` or `1`, `d`, `s`, each at most once (RFC 9989 §4.8 `dmarc-fo`). */
export function readFailureOptions(tag: Tag): Reading<readonly FailureOption[]> {
  if (tag.value === '') return emptyValue(tag);
  const entries = tag.value.split(':').map((entry) => entry.trim().toLowerCase());
  if (!entries.every(isFailureOption)) {
    const listed = /^[01ds](?:[:, \t]+[01ds])*$/i.test(tag.value);
    const meant = listed ? tag.value.match(/[01ds]/gi)!.join(':') : undefined;
    const message = `${quote(tag.value)} is no value for fo=, which takes 0, 1, d and s between colons`;
    return { problems: [problem('invalid-value', tag, message, meant)] };
  }
  const twice = entries.find((entry, index) => entries.indexOf(entry) !== index);
  if (twice !== undefined) {
    return {
      problems: [
        problem('fo-conflict', tag, `fo=${tag.value} names ${quote(twice)} twice`, [...new Set(entries)].join(':')),
      ],
    };
  }
  if (entries.includes('0') && entries.includes('1')) {
    return { problems: [problem('fo-conflict', tag, `fo=${tag.value} has 0 and 1, which exclude each other`)] };
  }
  return { value: entries, problems: [] };
}

const isFailureOption = (text: string): text is FailureOption => text.length === 1 && '01ds'.includes(text);

/** Reporting URIs; the value is there when at least one of them is valid, and then holds all. */
export function readUris(tag: Tag): { readonly all: readonly ReportUri[]; readonly problems: readonly DmarcProblem[] } {
  if (tag.value === '') return { all: [], problems: emptyValue(tag).problems };
  const { uris, problems } = parseReportUris(tag.value, tag.valueAt.start);
  return { all: uris, problems: problems.map((one) => ({ ...one, tag: tag.name.toLowerCase() })) };
}

/** `pct` (RFC 7489 §6.3): 0–100. */
export const readPercentage = (tag: Tag): Reading<number> =>
  readNumber(tag, 100, `${quote(tag.value)} is no percentage from 0 to 100`);

/** `ri` (RFC 7489 §6.3), in seconds. */
export const readInterval = (tag: Tag): Reading<number> =>
  readNumber(tag, LONGEST_INTERVAL, `${quote(tag.value)} is no number of seconds`);

function readNumber(tag: Tag, most: number, message: string): Reading<number> {
  if (tag.value === '') return emptyValue(tag);
  const number = /^[0-9]{1,10}$/.test(tag.value) ? Number(tag.value) : Infinity;
  return number <= most ? { value: number, problems: [] } : { problems: [problem('invalid-value', tag, message)] };
}

/** `rf` (RFC 7489 §6.3): keywords between colons. */
export function readFormats(tag: Tag): Reading<readonly string[]> {
  if (tag.value === '') return emptyValue(tag);
  const formats = tag.value.split(':').map((entry) => entry.trim().toLowerCase());
  // `Keyword` of RFC 5321 §4.1.2: a letter or digit at the end
  if (formats.every((format) => /^[a-z0-9-]+$/.test(format) && !format.endsWith('-')))
    return { value: formats, problems: [] };
  return { problems: [problem('invalid-value', tag, `${quote(tag.value)} is no list of report formats`)] };
}

function emptyValue<T>(tag: Tag): Reading<T> {
  const at = { start: tag.start, end: tag.end, tag: tag.name.toLowerCase() };
  return { problems: [{ code: 'empty-value', message: `${tag.name}= has no value`, ...at }] };
}

function problem(code: DmarcCode, tag: Tag, message: string, replacement?: string): DmarcProblem {
  return {
    code,
    message,
    ...tag.valueAt,
    tag: tag.name.toLowerCase(),
    ...(replacement === undefined ? {} : { replacement }),
  };
}
