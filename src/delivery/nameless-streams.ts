import type { Stream } from '../streams/stream.ts';
import { foldGroup, foldSection } from './fold.ts';
import type { Groups } from './groups.ts';

/**
 * Some services name the From domain in bounces only, or nowhere but in deliveries: the stream without one is the stream of
 * the same service and word that has one, where there is only one. Which of several it is nobody can tell.
 */
export function namesakesOf(streams: Iterable<Stream>): ReadonlyMap<string, Stream> {
  const nameless = new Map<string, Stream>();
  const named = new Map<string, Stream | undefined>();
  for (const stream of streams) {
    const kind = kindOf(stream);
    if (kind === undefined) continue;
    if (stream.headerFrom === '') nameless.set(stream.id, stream);
    else named.set(kind, named.has(kind) ? undefined : stream);
  }
  const namesakes = new Map<string, Stream>();
  for (const stream of nameless.values()) {
    const namesake = named.get(kindOf(stream) ?? '');
    if (namesake !== undefined) namesakes.set(stream.id, namesake);
  }
  return namesakes;
}

/** Sender and the word for its mail; undefined where a stream has neither, or somebody's rule named it. */
function kindOf({ id, sender, purpose, headerFrom, provider }: Stream): string | undefined {
  const beginning = `${sender}/${purpose}/${headerFrom}`;
  return provider === 'own' || sender !== provider || !id.startsWith(beginning)
    ? undefined
    : `${sender}\n${id.slice(beginning.length)}`;
}

/** Counts what was counted for streams without a From domain where their namesakes are. */
export function foldNameless({ sections }: Groups, namesakes: ReadonlyMap<string, Stream>): void {
  for (const [id, namesake] of namesakes) {
    const from = sections.get(id);
    const into = sections.get(namesake.id);
    if (from !== undefined && into !== undefined) {
      foldSection(from, into);
      sections.delete(id);
    }
    // Where a provider is split by stream.
    for (const { groups } of sections.values()) foldGroup(groups, id, groups, namesake);
  }
}
