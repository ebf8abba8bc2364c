import { plural } from '../core/format.ts';
import type { CheckResult } from '../core/outcome.ts';
import type { Line } from '../core/page.ts';
import { findingCounts } from '../core/report.ts';

/** `2 errors · 3 warnings · 41 passed`. */
export function verdictLine(results: readonly CheckResult[]): Line {
  const { error, warning, note, waived } = findingCounts(results);
  const open = results.filter(({ outcome }) => outcome === 'inconclusive').length;
  const passed = results.filter(({ outcome }) => outcome === 'pass').length;
  const parts = [
    ...(error > 0 ? [{ text: plural(error, 'error'), tone: 'bad' as const }] : []),
    ...(warning > 0 ? [{ text: plural(warning, 'warning'), tone: 'warn' as const }] : []),
    ...(note > 0 ? [{ text: plural(note, 'note'), tone: 'note' as const }] : []),
    ...(waived > 0 ? [`${waived} known`] : []),
    ...(open > 0 ? [`${open} could not be decided`] : []),
    { text: `${passed} passed`, tone: 'good' as const },
  ];
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]));
}
