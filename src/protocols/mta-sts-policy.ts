import type { Parsed, Problem } from '../core/facts.ts';
import { readable } from '../core/readable.ts';
import { readMxPattern, type MxPattern } from './mta-sts/mx-pattern.ts';
import { policyLines, type LineCode, type PolicyField } from './mta-sts/policy-lines.ts';
import { inOrder, quote } from './tag-list.ts';

export const MTA_STS_MODES = ['enforce', 'testing', 'none'] as const;
export type MtaStsMode = (typeof MTA_STS_MODES)[number];
/** Seconds: a year and a quarter of a day (RFC 8461 §3.2). */
export const LONGEST_MAX_AGE = 31_557_600;
/** Octets of a policy that senders need to read (RFC 8461 §3.3). */
export const LONGEST_POLICY = 65_536;

/** The policy file `mta-sts.txt` (RFC 8461 §3.2). Of a repeated key the first counts, but for `mx`. */
export interface MtaStsPolicy {
  readonly text: string;
  /** All lines that are key and value, in their order. */
  readonly fields: readonly PolicyField[];
  /** Where it has a value it may have. */
  readonly mode?: MtaStsMode;
  /** Seconds, as written: may be above the maximum. */
  readonly maxAge?: number;
  readonly mx: readonly MxPattern[];
  /** Whether senders apply it. */
  readonly valid: boolean;
}

export type MtaStsPolicyCode =
  | LineCode
  /** A key for the second time: ignored. */
  | 'duplicate'
  | 'version-missing'
  | 'mode-missing'
  | 'max-age-missing'
  /** `enforce` and `testing` need at least one. */
  | 'mx-missing'
  | 'version-value'
  | 'mode-value'
  | 'max-age-value'
  | 'mx-value'
  /** More than a year: some senders cut it, some discard the policy. */
  | 'max-age-high';

export type PolicyProblem = Problem<MtaStsPolicyCode> & {
  /** Its line, from 1; 0 for what is missing. */
  readonly line: number;
};
export type ParsedMtaStsPolicy = Omit<Parsed<MtaStsPolicy>, 'problems'> & {
  readonly problems: readonly PolicyProblem[];
};

/** Problems with which senders apply the policy all the same; a blank line only the strictest take amiss. */
const HARMLESS: ReadonlySet<MtaStsPolicyCode> = new Set(['duplicate', 'max-age-high', 'blank-line']);

/** Reads a policy file; lines end with LF or CRLF (RFC 8461 §3.2). */
export function parseMtaStsPolicy(text: string): ParsedMtaStsPolicy {
  const { fields, problems: faults } = policyLines(text);
  const problems: PolicyProblem[] = [...faults];
  const seen = new Set<string>();
  for (const field of fields) {
    if (field.key !== 'mx' && seen.has(field.key)) {
      problems.push(problem('duplicate', `${quote(`${field.key}:`)} is given more than once`, field));
    }
    seen.add(field.key);
  }
  const first = (key: string): PolicyField | undefined => fields.find((field) => field.key === key);
  const [version, mode, age] = [first('version'), first('mode'), first('max_age')];
  const knownMode = MTA_STS_MODES.find((one) => one === mode?.value);
  const maxAge = age !== undefined && /^[0-9]{1,10}$/.test(age.value) ? Number(age.value) : undefined;
  const mx = fields.filter(({ key }) => key === 'mx').map((field) => readMxPattern(field));

  const missing = (code: MtaStsPolicyCode, key: string): void => {
    // A page in the policy's place lacks everything, and that is one problem, not five.
    if (!faults.some(({ code: fault }) => fault === 'page' || fault === 'line-ends')) {
      problems.push({ code, message: `There is no ${quote(`${key}:`)}`, start: 0, end: text.length, line: 0 });
    }
  };
  if (version === undefined) missing('version-missing', 'version');
  else if (version.value !== 'STSv1') problems.push(badValue('version-value', version));
  if (mode === undefined) missing('mode-missing', 'mode');
  else if (knownMode === undefined) problems.push(badValue('mode-value', mode));
  if (age === undefined) missing('max-age-missing', 'max_age');
  else if (maxAge === undefined) problems.push(badValue('max-age-value', age));
  else if (maxAge > LONGEST_MAX_AGE) {
    problems.push(problem('max-age-high', `${quote(age.value)} seconds are more than a year`, age));
  }
  if (mx.length === 0 && knownMode !== 'none') missing('mx-missing', 'mx');
  for (const pattern of mx) {
    if (pattern.fault !== undefined) problems.push(problem('mx-value', pattern.fault, pattern.field));
  }
  return {
    value: {
      text,
      fields,
      ...(knownMode === undefined ? {} : { mode: knownMode }),
      ...(maxAge === undefined ? {} : { maxAge }),
      mx,
      valid: problems.every(({ code }) => HARMLESS.has(code)),
    },
    problems: inOrder(problems),
  };
}

const problem = (code: MtaStsPolicyCode, message: string, { start, end, line }: PolicyField): PolicyProblem => ({
  code,
  message,
  start,
  end,
  line,
});

const badValue = (code: MtaStsPolicyCode, field: PolicyField): PolicyProblem =>
  problem(code, `${quote(readable(field.value))} is no value of ${quote(`${field.key}:`)}`, field);
