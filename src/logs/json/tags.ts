/** Tags of one event. Stops a sender's free-form data from filling memory. */
const MOST = 20;
const LONGEST = 256;

/** What is there of these, several values of one key joined by a comma and a blank. */
export function tagsOf(
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const tags: Record<string, string> = {};
  let count = 0;
  for (const key of Object.keys(values)) {
    const value = values[key];
    const text = typeof value === 'string' ? value : value?.join(', ');
    if (text === undefined || text === '') continue;
    tags[key] = text.length > LONGEST ? text.slice(0, LONGEST) : text;
    count += 1;
    if (count === MOST) break;
  }
  return tags;
}
