import type { Detail } from '../../core/check.ts';
import type { Span } from '../../core/facts.ts';
import { isBimiVersion, type BimiCode, type BimiProblem } from '../../protocols/bimi.ts';
import { withoutBlanks, type TextRange } from '../../protocols/tag-list.ts';
import type { Bimi, BimiText } from '../../sources/bimi.ts';

/** The draft that defines BIMI; there is no RFC. */
const DRAFT = 'https://datatracker.ietf.org/doc/html/draft-brand-indicators-for-message-identification';
export const bimiDraft = (section: string): { label: string; url: string } => ({
  label: `BIMI draft §${section}`,
  url: `${DRAFT}#section-${section}`,
});
/** And the one that defines its images. */
export const svgDraft = {
  label: 'SVG Tiny PS draft §2',
  url: 'https://datatracker.ietf.org/doc/html/draft-svg-tiny-ps-abrotman#section-2',
};
/** And the one about certificates. */
export const certificateDraft = (section: string): { label: string; url: string } => ({
  label: `VMC draft §${section}`,
  url: `https://datatracker.ietf.org/doc/html/draft-fetch-validation-vmc-wchuang#section-${section}`,
});

interface Silence {
  notApplicable(reason: string): void;
}

/** The record that counts; undefined, and said so, where none does. */
export function recordToJudge({ record, records, name }: Bimi, findings: Silence): BimiText | undefined {
  if (record === undefined)
    findings.notApplicable(
      records.length === 0 ? 'what is published is no BIMI record' : `there are several records at ${name}`,
    );
  return record;
}

/** The same, of a domain that wants a logo shown. */
export function recordToShow(bimi: Bimi, findings: Silence): BimiText | undefined {
  const record = recordToJudge(bimi, findings);
  if (record?.parsed.value.declined !== true) return record;
  findings.notApplicable('the domain takes no part in BIMI');
  return undefined;
}

/** What a finding about a record carries: where, and, if that is known, the record to publish in its place. */
export function detailOf(bimi: Bimi, record: BimiText, part: TextRange | undefined, value?: string): Detail {
  const { owner, text } = record;
  const proposed = value?.trimEnd();
  const changed = proposed !== undefined && proposed !== text && isBimiVersion(proposed);
  return {
    at: spanIn(bimi, record, part),
    changes: changed ? [{ kind: 'replace', name: owner, type: 'TXT', old: text, value: proposed }] : [],
    ...aboutOf(bimi),
  };
}

/** An inherited record is about the domain it stands at. */
export const aboutOf = ({ inherited, domain }: Bimi): Pick<Detail, 'subject'> => (inherited ? { subject: domain } : {});

export const spanIn = (
  { name }: Bimi,
  { text, place }: BimiText,
  { start, end }: TextRange = { start: 0, end: text.length },
): Span => ({ source: `${name} TXT`, text, start, end, ...(place === undefined ? {} : { place }) });

/** Faults of the list that damage the tag they stand in, so that what is said of its value is only their consequence. */
const DAMAGE: ReadonlySet<BimiCode> = new Set(['missing-separator', 'escaped-separator', 'bad-character']);

/** The record's problems of these kinds, but for those that follow from another one: one cause, one finding. */
export function problemsOf({ parsed, text }: BimiText, codes: readonly BimiCode[]): readonly BimiProblem[] {
  const damaged = parsed.value.tags.filter((tag) =>
    parsed.problems.some(({ code, start, end }) => DAMAGE.has(code) && tag.start <= start && end <= tag.end),
  );
  return parsed.problems.filter(({ code, start, end }) => {
    if (!codes.includes(code)) return false;
    if (DAMAGE.has(code)) return true;
    const all = withoutBlanks(text, { start: 0, end: text.length });
    const isWhole = start <= all.start && end >= all.end;
    return isWhole || !damaged.some((tag) => tag.start <= start && end <= tag.end);
  });
}
