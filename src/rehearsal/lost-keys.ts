import { atOnce } from '../core/at-once.ts';
import { byName } from '../core/order.ts';
import { recordText } from '../core/record-text.ts';
import type { Answer, Dns } from '../net/net.ts';
import { parseDkimKey } from '../protocols/dkim-key.ts';
import type { Tallies } from '../streams/tally.ts';
import type { Ground } from './situation.ts';
import { keyName } from './withdrawal.ts';

/** Keys looked up in both worlds; whoever signs with more invents them. */
const MOST_KEYS = 300;
const AT_ONCE = 16;

/** The keys, as `selector._domainkey.domain`, that signed mail of the period and that a planned zone takes away. */
export async function lostKeys(
  tallies: Tallies,
  { organisation }: Ground,
  now: Dns,
  then: Dns,
): Promise<ReadonlySet<string>> {
  const uses = new Map<string, number>();
  for (const { signature, messages } of tallies.all())
    for (const { domain, selector = '', result } of signature.dkim) {
      if (result !== 'pass' || selector === '' || domain === '') continue;
      if (organisation(domain) !== organisation(signature.headerFrom)) continue;
      const name = keyName(selector, domain);
      uses.set(name, (uses.get(name) ?? 0) + messages);
    }
  const busiest = [...uses].toSorted((a, b) => b[1] - a[1] || byName(a[0], b[0])).slice(0, MOST_KEYS);
  const looked = await atOnce(AT_ONCE, busiest, async ([name]) => {
    const [standing, planned] = await Promise.all([now.resolve(name, 'TXT'), then.resolve(name, 'TXT')]);
    // A key that is not there today either was rotated since: that is no doing of the plan.
    return holdsKey(standing) && planned.status !== 'failed' && !holdsKey(planned) ? [name] : [];
  });
  return new Set(looked.flat());
}

const holdsKey = (answer: Answer<'TXT'>): boolean =>
  answer.status === 'ok' && answer.records.some((record) => parseDkimKey(recordText(record)).value.usable);
