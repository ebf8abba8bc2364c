import { nameScore } from './guess-names.ts';
import * as is from './guess-sample.ts';
import { type Guessing, MOST_OF, shown } from './guessing.ts';

/** By its name; where names tell nothing, the column with the most different addresses. */
export function guessedRecipient(guessing: Guessing): string | undefined {
  const { columns, taken, told, doubt } = guessing;
  const addresses = columns.filter((column) => !taken.has(column.name) && is.share(column, is.isAddresses) >= MOST_OF);
  const scored = addresses
    .map((column) => {
      const sender = Math.max(nameScore('from', column.called), nameScore('envelopeFrom', column.called));
      const own = nameScore('recipient', column.called);
      const id = nameScore('messageId', column.called);
      return { column, score: sender > own || id > own ? -1 : own };
    })
    // A sender, or the id of a message, has the look of an address, too.
    .filter(({ score }) => score >= 0)
    .toSorted((a, b) => b.score - a.score || b.column.counts.size - a.column.counts.size);
  const [first] = scored;
  if (first === undefined) return guessedPseudonym(guessing);
  const { column, score } = first;
  told('recipient', `\`${column.name}\` holds addresses, like \`${shown(column.values[0])}\``);
  if (score <= 0) doubt(`recipient: nothing in the name \`${column.name}\` says that these are recipients`);
  return column.name;
}

/** Of two columns of addresses the one that repeats them is the sender’s, unless its name says something else. */
export function guessedSender({ columns, taken }: Guessing, recipient: string): is.SampledColumn | undefined {
  const recipients = columns.find(({ name }) => name === recipient)?.counts.size ?? 0;
  return columns.find(
    (column) =>
      !taken.has(column.name) &&
      column.filled >= MOST_OF &&
      column.counts.size <= recipients * FEWER &&
      is.share(column, is.isAddress) === 1 &&
      (['recipient', 'messageId'] as const).every((field) => nameScore(field, column.called) === 0),
  );
}
const FEWER = 0.5;

/** Where a source hides whom it was for, an id stands in their place. */
function guessedPseudonym({ columns, taken, told, doubt }: Guessing): string | undefined {
  const [column] = columns
    .filter(
      ({ name, called, counts }) => !taken.has(name) && counts.size > 1 && nameScore('recipient', called) >= SURE_NAME,
    )
    .toSorted((a, b) => nameScore('recipient', b.called) - nameScore('recipient', a.called));
  if (column === undefined || is.share(column, (value) => !/\s/.test(value)) < MOST_OF) return undefined;
  told('recipient', `the name of \`${column.name}\`, like \`${shown(column.values[0])}\``);
  doubt(`recipient: \`${column.name}\` holds no addresses; what it holds is taken for them`);
  return column.name;
}
const SURE_NAME = 0.7;
