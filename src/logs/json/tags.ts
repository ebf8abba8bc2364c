/** Tags of one event. Stops a sender's free-form data from filling memory. */
const MOST = 20;
const LONGEST = 256;

/** What is there of these, several values of one key joined by a comma and a blank. */
export function tagsOf(
  values: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const tags: Record<string, string> = {};
  for (const [key, value] of Object.entries(values).slice(0, MOST)) {
    const text = typeof value === 'string' ? value : value?.join(', ');
    if (text !== undefined && text !== '') tags[key] = text.slice(0, LONGEST);
  }
  return tags;
}
