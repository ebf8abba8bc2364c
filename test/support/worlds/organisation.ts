import type { Chance } from './chance.ts';

/** Who is spoken of: one organisation, or cousins of one under several suffixes. */
export interface Cast {
  /** From domains, organisational ones first. */
  readonly froms: readonly string[];
  /** Organisational domains. */
  readonly homes: readonly string[];
  readonly label: string;
  /** A domain with nothing of ours, another one each time. */
  readonly stranger: () => string;
  /** Whether alignment asked for is strict. */
  readonly strict: boolean;
}

const SUFFIXES = ['com', 'com', 'com', 'de', 'org', 'co.uk', 'com.au', 'co.jp', 'fr', 'example'];
const BELOW = ['news', 'mail', 'billing', 'help', 'shop', 'notify', 'eu', 'crm', 'team', 'app'];

export function castOf(random: Chance): Cast {
  const label = random.maybe(0.2) ? `${random.word()}-${random.word()}` : random.word() + random.word();
  const homes = random
    .some([...new Set(SUFFIXES)], random.pick([1, 1, 1, 2, 2, 3]))
    .map((suffix) => `${label}.${suffix}`);
  const below = random.some(BELOW, random.between(0, 4)).map((name) => `${name}.${random.pick(homes)}`);
  const stranger = (): string => `${random.word()}${random.word()}.${random.pick(SUFFIXES)}`;
  return { froms: [...homes, ...below].slice(0, 6), homes, label, stranger, strict: random.maybe(0.12) };
}

export const homeOf = (from: string, { homes }: Cast): string =>
  homes.find((home) => from === home || from.endsWith(`.${home}`)) ?? from;
