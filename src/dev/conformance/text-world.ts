import type { Answer, Dns, RecordType, RrOf } from '../../net/net.ts';

/** TXT records by name; several where it is a list. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

export interface TextWorldOptions {
  /** Names that are there without a TXT record. */
  readonly existing?: readonly string[];
  /** Names whose questions fail. */
  readonly failing?: readonly string[];
}

/** A world that holds TXT records and nothing else; `asked` lists its questions in order. */
export function textWorld(texts: Texts, options: TextWorldOptions = {}): Dns & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const names = [...Object.keys(texts), ...(options.existing ?? [])];
  return {
    asked,
    resolve<T extends RecordType>(name: string, type: T): Promise<Answer<T>> {
      asked.push(name);
      return Promise.resolve(answerOf(name, type));
    },
    close: () => Promise.resolve(),
  };

  function answerOf<T extends RecordType>(name: string, type: T): Answer<T> {
    if (options.failing?.includes(name) === true) {
      return { status: 'failed', failure: 'servfail', reason: `SERVFAIL for ${name} ${type}` };
    }
    const there = type === 'TXT' ? texts[name] : undefined;
    if (there === undefined) {
      const exists = names.some((one) => one === name || one.endsWith(`.${name}`));
      return { status: exists ? 'nodata' : 'nxdomain', ttl: 300, authentic: false, via: [] };
    }
    const records = [there].flat().map((text) => ({ name, type: 'TXT', ttl: 300, strings: [text] }));
    return { status: 'ok', records: records as RrOf<RecordType>[] as RrOf<T>[], ttl: 300, authentic: false, via: [] };
  }
}
