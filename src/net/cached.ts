import type { Answer, Net, RecordType } from './net.ts';
import { questionName } from './question-name.ts';
import { fetchKey, serverKey, smtpKey } from './recorded-services.ts';

/** Enough for an audit of some thousand domains; the oldest go first, so a run without end has bounded memory. */
const MOST_ANSWERS = 50_000;
/** Certificates and policies are larger. */
const MOST_SERVICES = 2000;

interface Entry {
  readonly answer: Promise<Answer>;
  /** Milliseconds; unset while the question is under way. */
  expires: number | undefined;
}

export interface CachedNet extends Net {
  /** Questions handed on to the world behind. */
  readonly asked: number;
}

export interface CacheOptions {
  /** Milliseconds on a clock that only goes forward. */
  readonly now?: () => number;
  readonly mostAnswers?: number;
  readonly mostServices?: number;
}

/**
 * Asks each question once within the TTL of its answer, negative ones included (RFC 2308 §5); who asks meanwhile shares
 * the answer under way. Failures are kept for the whole run: a dead server is not waited for again and again.
 */
export function cachedNet(net: Net, options: CacheOptions = {}): CachedNet {
  const { now = () => performance.now(), mostAnswers = MOST_ANSWERS, mostServices = MOST_SERVICES } = options;
  const entries = new Map<string, Entry>();
  let asked = 0;

  function remember(key: string, entry: Entry): void {
    entries.delete(key); // so that it goes to the end: the Map is in the order of asking
    entries.set(key, entry);
    dropOldest(entries, mostAnswers);
  }

  function ask(name: string, type: RecordType): Promise<Answer> {
    const key = `${type} ${questionName(name) ?? name}`;
    const known = entries.get(key);
    if (known && (known.expires === undefined || now() < known.expires)) return known.answer;
    asked++;
    const entry: Entry = { answer: net.resolve(name, type), expires: undefined };
    remember(key, entry);
    entry.answer.then(
      (answer) => (entry.expires = answer.status === 'failed' ? Infinity : now() + answer.ttl * 1000),
      () => entries.get(key) === entry && entries.delete(key), // a bug behind us is not an answer to keep
    );
    return entry.answer;
  }

  // Services have no TTL: what they said holds for the run. Their number is small beside that of DNS answers.
  const said = new Map<string, Promise<unknown>>();
  function once<A>(key: string, service: () => Promise<A>): Promise<A> {
    const known = said.get(key) as Promise<A> | undefined;
    if (known !== undefined) return known;
    const saying = service();
    said.set(key, saying);
    dropOldest(said, mostServices);
    return saying;
  }

  return {
    fetchText: (url, limits) => once(`${fetchKey(url)} ${limits.octets}`, () => net.fetchText(url, limits)),
    probeSmtp: (host, address) => once(smtpKey(host, address), () => net.probeSmtp(host, address)),
    askServer: (server, name, type) => once(serverKey(server, name, type), () => net.askServer(server, name, type)),
    get asked() {
      return asked;
    },
    resolve: <T extends RecordType>(name: string, type: T) => ask(name, type) as Promise<Answer<T>>,
    close: () => net.close(),
  };
}

/** A Map is in the order of its entries' coming. */
function dropOldest(map: Map<string, unknown>, most: number): void {
  const [oldest] = map.keys();
  if (map.size > most && oldest !== undefined) map.delete(oldest);
}
