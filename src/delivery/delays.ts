/** How long something took, over many messages: any quantile, in little memory. */
export interface Delays {
  add(seconds: number): void;
  merge(other: Delays): void;
  /** Seconds below which this share of all lies; undefined where there are none. */
  quantile(share: number): number | undefined;
  count(): number;
  /** What it holds, for `merge`: single values as long as they are few, and how many lie in each bucket. */
  contents(): { readonly values: readonly number[]; readonly buckets: Uint32Array | undefined };
}

/** So many are kept one by one, and quantiles of them are exact. */
const KEPT = 256;
/** Buckets to the doubling: one is 4.4 % wide, so a quantile is right to 2.2 %, and to 2.7 % in three digits. */
const PER_OCTAVE = 16;
/** Seconds; what took less is as good as nothing. Postfix itself tells hundredths (postconf(5), delay_logging_resolution_limit). */
const SHORTEST = 0.001;
/** From a millisecond over 32 doublings: 49 days. */
const BUCKETS = 32 * PER_OCTAVE;

export function newDelays(): Delays {
  let values: number[] = [];
  let buckets: Uint32Array | undefined;
  let count = 0;
  const put = (seconds: number): void => {
    buckets ??= new Uint32Array(BUCKETS);
    const bucket = bucketOf(seconds);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  };
  const spread = (): void => {
    for (const value of values) put(value);
    values = [];
  };
  return {
    add(seconds) {
      count += 1;
      if (buckets !== undefined) return put(seconds);
      values.push(seconds);
      if (values.length > KEPT) spread();
    },
    merge(other) {
      count += other.count();
      const contents = other.contents();
      for (const value of contents.values)
        if (buckets === undefined) values.push(value);
        else put(value);
      if (contents.buckets !== undefined || values.length > KEPT) spread();
      contents.buckets?.forEach((amount, bucket) => {
        buckets ??= new Uint32Array(BUCKETS);
        buckets[bucket] = (buckets[bucket] ?? 0) + amount;
      });
    },
    quantile(share) {
      if (count === 0) return undefined;
      const rank = Math.max(1, Math.ceil(share * count));
      if (buckets === undefined) return values.toSorted((a, b) => a - b)[rank - 1];
      let seen = 0;
      for (const [bucket, amount] of buckets.entries()) {
        seen += amount;
        if (seen >= rank) return middleOf(bucket);
      }
      return undefined;
    },
    count: () => count,
    contents: () => ({ values, buckets }),
  };
}

const bucketOf = (seconds: number): number =>
  seconds <= SHORTEST ? 0 : Math.min(BUCKETS - 1, Math.floor(Math.log2(seconds / SHORTEST) * PER_OCTAVE));

/** To three digits, more than a bucket knows. */
const middleOf = (bucket: number): number => Number((SHORTEST * 2 ** ((bucket + 0.5) / PER_OCTAVE)).toPrecision(3));
