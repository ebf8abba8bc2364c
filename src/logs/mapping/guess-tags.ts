import { plainName } from './columns.ts';
import { isSubject, nameScore, TAGS } from './guess-names.ts';
import * as is from './guess-sample.ts';
import { type Guessing, MOST_OF } from './guessing.ts';

/** What a mail says is longer than what it is called. */
const LONGEST_NAME = 150;
const isName = (value: string): boolean =>
  value.length <= LONGEST_NAME && !value.includes('\n') && !value.startsWith('{');

/** What the sender itself calls its mail, by the names of columns. */
export function guessedTags({ columns, taken, told }: Guessing): Record<string, { readonly column: string }> {
  const hasSubject = columns.some(({ called }) => isSubject(called));
  const tags: Record<string, { column: string }> = {};
  for (const tag of TAGS) {
    const column = columns
      .filter((one) => !taken.has(one.name) && one.values.length > 0 && is.share(one, isName) >= MOST_OF)
      // `Delivery` as the type of a notification is what happened, and no text that was sent.
      .filter(({ called }) => !hasSubject || !MESSAGE.test(plainName(called)))
      .filter((one) => tag !== 'template' || is.share(one, is.isEventWord) < 1)
      .map((one) => ({ one, score: nameScore(`tag ${tag}`, one.called) }))
      .filter(({ score }) => score >= 0.65)
      .toSorted((a, b) => b.score - a.score)[0]?.one;
    if (column === undefined) continue;
    taken.add(column.name);
    tags[tag] = { column: column.name };
    told(`tags.${tag}`, `the name of \`${column.name}\``);
  }
  return tags;
}
/** Beside a subject it is what the mail says. */
const MESSAGE = /^(?:message|nachricht|messaggio|mensagem|mensaje|wiadomosc)$/;
