import { plural } from '../core/format.ts';
import type { CheckResult, Finding } from '../core/outcome.ts';
import type { Line } from '../core/page.ts';

/** `2 errors · 3 warnings · 41 passed`. */
export function verdictLine(results: readonly CheckResult[]): Line {
  const all = results.flatMap((result) => result.findings);
  const findings = all.filter(({ waived }) => waived === undefined);
  const of = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  const open = results.filter(({ outcome }) => outcome === 'inconclusive').length;
  const passed = results.filter(({ outcome }) => outcome === 'pass').length;
  const waived = all.length - findings.length;
  const parts = [
    ...(of('error') > 0 ? [{ text: plural(of('error'), 'error'), tone: 'bad' as const }] : []),
    ...(of('warning') > 0 ? [{ text: plural(of('warning'), 'warning'), tone: 'warn' as const }] : []),
    ...(of('note') > 0 ? [{ text: plural(of('note'), 'note'), tone: 'note' as const }] : []),
    ...(waived > 0 ? [`${waived} known`] : []),
    ...(open > 0 ? [`${open} could not be decided`] : []),
    { text: `${passed} passed`, tone: 'good' as const },
  ];
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}
