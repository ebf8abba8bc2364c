/**
 * What was worked out for the texts seen last. Two generations: when the young one is full it becomes the old one, so a
 * text that keeps coming stays, and a log of texts that never repeat holds no more than twice the limit.
 */
export function recent<Value>(limit: number): {
  readonly get: (text: string) => Value | undefined;
  readonly set: (text: string, value: Value) => Value;
} {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const set = (text: string, value: Value): Value => {
    if (young.size >= limit) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
  return {
    get: (text) => {
      const value = young.get(text);
      if (value !== undefined) return value;
      const earlier = old.get(text);
      return earlier === undefined ? undefined : set(text, earlier);
    },
    set,
  };
}
