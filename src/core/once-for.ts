/** What is made of an object, made once while the object is there: who asks has it asked for again and again. */
export function onceFor<Key extends object, Made extends string | object>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const known = new WeakMap<Key, Made>();
  return (key) => {
    const present = known.get(key);
    if (present !== undefined) return present;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
