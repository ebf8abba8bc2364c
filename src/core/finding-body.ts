import type { Finding } from './outcome.ts';
import { readable } from './readable.ts';

/** Octets become text on their way out; the offsets follow them. */
export function findingBody({ at, params, changes, ...rest }: Finding): object {
  const text = (value: string): string => readable(value);
  return {
    ...rest,
    message: text(rest.message),
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? text(value) : value]),
    ),
    ...(at === undefined ? {} : { at: spanBody(at) }),
    changes: changes.map((change) => ({
      ...change,
      ...(change.value === undefined ? {} : { value: text(change.value) }),
      ...(change.old === undefined ? {} : { old: text(change.old) }),
    })),
  };
}

function spanBody({ source, text, start, end, place }: NonNullable<Finding['at']>): object {
  const [before, culprit, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map((part) =>
    readable(part),
  );
  const from = before?.length ?? 0;
  return { source, text: `${before}${culprit}${after}`, start: from, end: from + (culprit?.length ?? 0), ...place };
}
