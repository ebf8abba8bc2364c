import { UserError } from '../core/errors.ts';
import { logFormats } from '../logs/formats/all.ts';
import { closest } from '../protocols/edit-distance.ts';

const MOST_MISTYPED = 4;
const SUGGESTED = 5;

/** For a log format nobody knows: what it was meant to be, for all of them are a page. */
export function noSuchFormat(typed: string): UserError {
  const ids = logFormats.map(({ id }) => id);
  const name = typed.toLowerCase();
  const near = closest(name, ids, Math.min(MOST_MISTYPED, Math.floor(name.length / 3)));
  const alike = near === undefined ? ids.filter((id) => isPartOf(name, id)).slice(0, SUGGESTED) : [near];
  return new UserError(
    `there is no log format \`${typed}\``,
    alike.length === 0 ? `there are ${ids.length}` : `did you mean ${alike.join(', ')}?`,
    'sendaudit list logs',
  );
}

/** `ses` of `amazon-ses`. */
const isPartOf = (name: string, id: string): boolean =>
  name !== '' && id.split('-').some((part) => part.startsWith(name));

/** `--format` says how the report is printed; elsewhere it often says what is read. */
export function refuseFormatOfInput(formats: readonly string[] = []): void {
  const id = formats.find((typed) => logFormats.some((format) => format.id === typed));
  if (id === undefined) return;
  throw new UserError(
    `--format says how the report is printed, and ${id} is what is read`,
    undefined,
    `--log-format ${id}, where it is not recognised`,
  );
}
