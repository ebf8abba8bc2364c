import { lowered, plural } from './format.ts';
import type { CheckResult, Finding, RecordChange, Waiver } from './outcome.ts';
import { LEVELS } from './levels.ts';
import type { Block, PageFinding } from './page.ts';
import { readable, readableSpan } from './readable.ts';

/** What checks found and what stayed open, gravest first; what somebody lives with behind the rest. */
export function findingBlocks(results: readonly CheckResult[], subject?: string): Block[] {
  const findings = results.flatMap((result) => result.findings);
  const items: PageFinding[] = findings
    .toSorted(
      (a, b) =>
        Number(a.waived !== undefined) - Number(b.waived !== undefined) ||
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level),
    )
    .map((finding) => pageFinding(finding, subject));
  for (const { outcome, reason, check, title } of results)
    if (outcome === 'crashed') items.unshift({ level: 'crashed', message: `${title}: ${reason ?? ''}`, code: check });
  items.push(...openItems(results));
  return items.length === 0 ? [] : [{ kind: 'findings', items }];
}

/** What stands in the way of so many checks is told; the rest is counted, and every JSON report holds it. */
const REASONS_SHOWN = 6;

/** What could not be decided, by what stood in the way: one dead name server is one thing to read, not twenty. */
function openItems(results: readonly CheckResult[]): PageFinding[] {
  const byReason = new Map<string, CheckResult[]>();
  for (const result of results)
    if (result.reason !== undefined && (result.outcome === 'inconclusive' || result.outcome === 'fail'))
      byReason.set(result.reason, [...(byReason.get(result.reason) ?? []), result]);
  const widest = [...byReason].toSorted((a, b) => b[1].length - a[1].length);
  const rest = widest.slice(REASONS_SHOWN).reduce((sum, [, stopped]) => sum + stopped.length, 0);
  const shown = widest.slice(0, REASONS_SHOWN).map(([reason, [first, ...others]]): PageFinding => ({
    level: 'inconclusive',
    message:
      others.length === 0 && first !== undefined
        ? `could not find out whether ${lowered(first.title)}: ${reason}`
        : `${others.length + 1} checks could not be decided: ${reason}`,
    code: others.length === 0 ? (first?.check ?? '') : `${first?.check ?? ''} and others`,
  }));
  if (rest === 0) return shown;
  const message = `${plural(rest, 'more check')} could not be decided; --format json tells why`;
  return [...shown, { level: 'inconclusive', message, code: '' }];
}

function pageFinding(finding: Finding, subject: string | undefined): PageFinding {
  return {
    level: finding.level,
    message: readable(finding.message),
    code: finding.code,
    ...(namesSubject(finding, subject) ? { subject: finding.subject } : {}),
    ...(finding.waived === undefined ? {} : { waived: waiverPhrase(finding.waived) }),
    ...(finding.at === undefined ? {} : { at: readableSpan(finding.at) }),
    fix: advice(readable(finding.fix)),
    records: finding.changes.map((change) => changeText(change)),
  };
}

/** Why a finding does not count: `ignored until 2027-01-01: the old CRM goes in December`. */
export function waiverPhrase({ by, reason, until }: Waiver): string {
  const what = by === 'baseline' ? 'known from the baseline' : 'ignored';
  return `${what}${until === undefined ? '' : ` until ${until}`}${reason === undefined ? '' : `: ${reason}`}`;
}

/** A stream's id, which has a slash in it, is for machines: its message names the stream. */
const namesSubject = (finding: Finding, page: string | undefined): boolean =>
  page !== undefined && finding.subject !== page && !finding.subject.includes('/');

/** A record to publish, or to remove, as one line of a master file would say it. */
export function changeText({ kind, name, type, value, old }: RecordChange): string {
  const quoted = (text: string | undefined): string =>
    type === 'TXT' || type === 'SPF' ? `"${readable(text ?? '')}"` : (text ?? '');
  if (kind === 'remove') return `remove ${name} ${type} ${quoted(old)}`;
  return `${name} ${type} ${quoted(value)}`;
}

/** A check's general advice is written as a sentence; behind `fix:` it stands like all the rest. */
const advice = (fix: string): string => lowered(fix).replace(/\.$/, '');
