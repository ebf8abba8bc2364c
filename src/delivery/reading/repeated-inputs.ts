import { createHash } from 'node:crypto';
import type { ByteSource } from '../../intake/byte-source.ts';
import { HEAD_BYTES } from '../../intake/limits.ts';

/** An input that holds the same bytes as another, unpacked: `mail.log.1.gz` beside `mail.log.1`. It is not read. */
export interface RepeatedInput {
  readonly path: string;
  /** The one that is read. */
  readonly of: string;
}

interface Begun {
  readonly source: ByteSource;
  /** See `beginningOf`. */
  readonly beginning: string;
}

/**
 * What tells most inputs apart without reading them: FNV-1a, and the length. No digest: it settles nothing, and to load
 * Node's cryptography takes as long as to read a small log.
 */
export function beginningOf(bytes: Uint8Array): string {
  const length = Math.min(bytes.length, HEAD_BYTES);
  let hash = 0x811c9dc5;
  for (let at = 0; at < length; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return `${hash} of ${length}`;
}

/** Each input once, the first of its kind. Only those that begin alike are read to find out whether they are. */
export async function withoutRepeats<T extends Begun>(
  inputs: readonly T[],
): Promise<{ readonly once: readonly T[]; readonly repeated: readonly RepeatedInput[] }> {
  const alike = new Map<string, T[]>();
  for (const input of inputs) {
    const others = alike.get(input.beginning);
    if (others === undefined) alike.set(input.beginning, [input]);
    else others.push(input);
  }
  const again = new Map<T, RepeatedInput>();
  for (const group of alike.values()) {
    if (group.length < 2) continue;
    const seen = new Map<string, string>();
    const digests = new Map<string, Promise<string>>();
    for (const input of group) {
      const { path, onlyOnce } = input.source;
      if (onlyOnce === true) continue;
      // The same path twice is read once.
      const digest = digests.get(path) ?? digestOf(input.source);
      digests.set(path, digest);
      const of = seen.get(await digest);
      if (of === undefined) seen.set(await digest, path);
      else again.set(input, { path, of });
    }
  }
  return { once: inputs.filter((input) => !again.has(input)), repeated: [...again.values()] };
}

async function digestOf(source: ByteSource): Promise<string> {
  const hash = createHash('sha256');
  const condition = { repairs: [] };
  for await (const bytes of source.open(condition)) hash.update(bytes);
  return hash.digest('base64');
}
