import type { ContentType } from './part.ts';

/** A multipart that has begun. */
export interface Multipart extends ContentType {
  /** What its delimiter lines say, dashes included; found in the text where the header does not say. */
  delimiter: string | undefined;
  /** No part of it has come yet. */
  fresh: boolean;
  closed: boolean;
  /** What had to be put right to find its parts: told with each of them, since only some hold reports. */
  repairs: readonly string[];
}

export function multipart(content: ContentType): Multipart {
  // Blanks around it come from careless folding and quoting; an empty one would make every `--` a boundary.
  const boundary = content.parameters.get('boundary')?.trim() ?? '';
  return {
    ...content,
    delimiter: boundary === '' ? undefined : `--${boundary}`,
    fresh: true,
    closed: false,
    repairs: [],
  };
}

export interface Delimiter {
  /** Index of the multipart it belongs to. */
  readonly of: number;
  readonly closes: boolean;
}

/** What a line that begins with two dashes delimits: the innermost multipart it fits, since inner ones may never be closed. */
export function delimiterIn(line: string, open: readonly Multipart[]): Delimiter | undefined {
  const text = line.trimEnd();
  for (let of = open.length - 1; of >= 0; of -= 1) {
    const delimiter = open[of]?.delimiter;
    if (delimiter === undefined || !text.startsWith(delimiter)) continue;
    if (text.length === delimiter.length) return { of, closes: false };
    if (text.length === delimiter.length + 2 && text.endsWith('--')) return { of, closes: true };
  }
  return undefined;
}
