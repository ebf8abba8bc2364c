import type { Findings, Messages } from '../core/check.ts';
import type { RecordChange } from '../core/outcome.ts';

/**
 * Findings of one check about one domain. A TXT record of 64 kB holds 20,000 terms, each of which may be wrong, and each
 * finding quotes the record and proposes another: that is gigabytes from one answer of somebody else's name server.
 */
export const MOST_FINDINGS = 100;
/** Characters of a value in a message: longer than any name, and as much as anybody reads. */
export const LONGEST_VALUE = 300;

/** Characters of all proposed records of one check: the first are worth reading where records are as long as this. */
const MOST_PROPOSED = 100_000;

/** Ends the evaluation of a check that has said enough. */
class EnoughSaid extends Error {}

/** Lets a check speak until it has said enough, and says so where there was more. */
export function withinLimits<M extends Messages>(
  findings: Findings<M>,
  evaluate: (limited: Findings<M>) => void,
): void {
  let count = 0;
  let proposed = 0;
  const add: Findings<M>['add'] = (key, params, detail) => {
    if (count === MOST_FINDINGS) throw new EnoughSaid();
    count += 1;
    const short = Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]);
    proposed += lengthOf(detail?.changes ?? []);
    const changes = proposed > MOST_PROPOSED ? [] : detail?.changes;
    findings.add(key, Object.fromEntries(short) as typeof params, {
      ...detail,
      ...(detail?.fix === undefined ? {} : { fix: cut(detail.fix, 3 * LONGEST_VALUE) }),
      ...(changes === undefined ? {} : { changes }),
    });
  };
  try {
    evaluate({
      domain: findings.domain,
      add,
      inconclusive: (reason) => findings.inconclusive(reason),
      notApplicable: (reason) => findings.notApplicable(reason),
    });
  } catch (error) {
    if (!(error instanceof EnoughSaid)) throw error;
    findings.inconclusive(`there are more than ${MOST_FINDINGS} findings of this kind, and only the first are listed`);
  }
}

const lengthOf = (changes: readonly RecordChange[]): number =>
  changes.reduce((sum, { old = '', value = '' }) => sum + old.length + value.length, 0);

/** Cut before a word, not in it: half a mail address would no longer be known as one, and its local part be shown. */
function cut(text: string, most = LONGEST_VALUE): string {
  if (text.length <= most) return text;
  const head = text.slice(0, most);
  const end = Math.max(head.lastIndexOf(' '), head.lastIndexOf(','), head.lastIndexOf(';'));
  return `${end > 0 ? head.slice(0, end) : head.slice(0, most / 4)}…`;
}
