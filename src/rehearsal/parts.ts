import type { Traffic } from '../traffic/traffic.ts';
import { judge } from './judge.ts';
import { count, noCounts, type Outcome } from './outcome.ts';
import { whoseIs } from '../streams/whose.ts';
import type { Ground, Situation } from './situation.ts';

/** One kind of change. */
export type PartName = 'policy' | 'alignment' | 'spf' | 'dkim';

/** What one kind of change does to your own mail alone, everything else being as it is. */
export interface Part {
  readonly part: PartName;
  readonly ours: Outcome;
}

/** Each kind of change by itself; none where there is only one, for then it is the whole. */
export function partsOf(
  traffic: Traffic,
  { before, after }: { readonly before: Situation; readonly after: Situation },
  ground: Ground,
): Part[] {
  const alone = (Object.keys(SINGLE) as PartName[])
    .filter((part) => differs(part, traffic, before, after))
    .map((part) => ({ part, situation: SINGLE[part](before, after) }));
  if (alone.length < 2) return [];
  return alone.map(({ part, situation }) => ({ part, ours: oursIn(traffic, situation, ground) }));
}

const SINGLE: Readonly<Record<PartName, (before: Situation, after: Situation) => Situation>> = {
  policy: (before, { policyOf }) => ({ ...before, policyOf }),
  alignment: (before, { modesOf }) => ({ ...before, modesOf }),
  spf: (before, { spf }) => ({ ...before, ...(spf === undefined ? {} : { spf }) }),
  dkim: (before, { withdrawal }) => ({ ...before, ...(withdrawal === undefined ? {} : { withdrawal }) }),
};

function differs(part: PartName, { streams }: Traffic, before: Situation, after: Situation): boolean {
  const somewhere = (told: (from: string) => boolean): boolean => streams.some(({ headerFrom }) => told(headerFrom));
  switch (part) {
    case 'policy':
      return somewhere((from) => askedFor(before, from) !== askedFor(after, from));
    case 'alignment':
      return somewhere((from) => {
        const [was, will] = [before.modesOf(from), after.modesOf(from)];
        return was.dkim !== will.dkim || was.spf !== will.spf;
      });
    case 'spf':
      return before.spf !== after.spf;
    default:
      return after.withdrawal !== undefined;
  }
}

function askedFor({ policyOf }: Situation, from: string): string {
  const policy = policyOf(from);
  return policy.state === 'found' ? `${policy.effective} ${policy.ifMissing ?? ''}` : policy.state;
}

function oursIn({ tallies, attributions }: Traffic, situation: Situation, ground: Ground): Outcome {
  const counts = noCounts();
  const judged = judge(situation, ground);
  for (const { key, signature, sourceIp, messages } of tallies.all()) {
    const attribution = attributions[key];
    if (attribution === undefined || whoseIs(attribution.class) !== 'ours') continue;
    count(counts, judged({ signature, attribution, sourceIp }), messages);
  }
  return counts;
}
