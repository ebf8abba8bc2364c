import { foldedName } from '../../protocols/domain.ts';
import type { Draft } from '../event.ts';
import { plainName } from '../mapping/columns.ts';
import { setTag } from '../mapping/assignments.ts';
import type { Extras } from '../mapping/event-maker.ts';
import type { OutcomeOfRow } from '../mapping/row-kind.ts';
import type { Outcome } from '../mapping/mapping.ts';
import type { TableSource } from '../mapping/table-source.ts';

type Cells = readonly string[];

const TYPES: Readonly<Record<string, Outcome>> = {
  d: 'delivered',
  b: 'bounced',
  t: 'deferred',
  tq: 'deferred', // the same, told once for a whole queue
  r: 'accepted',
  rb: 'bounced', // by a bounce mail that came later
  f: 'complained',
};
const FEEDBACK: Readonly<Record<string, Outcome>> = { optout: 'unsubscribed', notspam: 'ignored' };
const ACTIONS: Readonly<Record<string, Outcome>> = {
  delayed: 'deferred',
  failed: 'bounced',
  relayed: 'delivered',
  delivered: 'delivered',
  expanded: 'delivered',
};
/** Headers that say who and when, and are no tags; the From has a field of its own. */
const NO_TAGS: ReadonlySet<string> = new Set(
  ['from', 'to', 'cc', 'subject', 'date', 'message-id', 'return-path', 'reply-to', 'sender'].map((name) =>
    plainName(name),
  ),
);
const HEADER = /^header_(?:x-)?(.+)$/i;

/** What the columns of PowerMTA mean together. */
export function powermtaExtras(columns: Cells, source: TableSource): Extras<Cells> {
  const none = (): string => '';
  const at = (name: string): ((cells: Cells) => string) => source.pick(name) ?? none;
  const [type, status, category, queue, cipher, protocol] = [
    at('type'),
    at('dsnStatus'),
    at('bounceCat'),
    at('queue'),
    at('dlvTlsCipher'),
    at('dlvTlsProtocol'),
  ];
  const isLogged = source.pick('timeLogged') !== undefined;
  const hasTls = source.pick('dlvTlsProtocol') !== undefined;
  const tags = columns.flatMap((column, index): [string, number][] => {
    const name = HEADER.exec(column)?.[1];
    return name === undefined || NO_TAGS.has(plainName(name)) ? [] : [[name.toLowerCase(), index]];
  });
  return {
    kind: kindOf(type, at('dsnAction'), category, at('feedbackType')),
    also(draft: Draft, cells: Cells): void {
      // `5.1.1 (bad destination mailbox address)`: PowerMTA's own words, where the other side said nothing.
      if (draft.diagnostic === undefined && status(cells).includes('(')) draft.diagnostic = status(cells).trim();
      if (draft.kind === 'delivered') draft.hop = 'mx';
      // `tq` tells of a whole queue, `example.net/vmta1`, and of nobody in it.
      if (draft.recipient === undefined) draft.recipientDomain = foldedName(queue(cells).split('/', 1)[0] ?? '');
      // Nothing was delivered: that is no size. Without timeLogged the time is that of queueing, and no delay.
      if (draft.size === 0) delete draft.size;
      if (!isLogged) delete draft.delay;
      if (hasTls && draft.kind === 'delivered')
        draft.tls = protocol(cells) === '' ? false : { version: protocol(cells), ...ifAny('cipher', cipher(cells)) };
      for (const [name, index] of tags) {
        const value = cells[index];
        if (value !== undefined && value !== '') setTag(draft, name, value);
      }
    },
  };
}

function kindOf(
  type: (cells: Cells) => string,
  action: (cells: Cells) => string,
  category: (cells: Cells) => string,
  feedback: (cells: Cells) => string,
): OutcomeOfRow<Cells> {
  return (cells) => {
    const letter = type(cells).trim();
    if (letter === 'rs') return ACTIONS[action(cells).trim().toLowerCase()] ?? 'ignored';
    const outcome = Object.hasOwn(TYPES, letter) ? TYPES[letter] : undefined;
    if (outcome === undefined) return { why: `a record of type \`${letter.slice(0, 20)}\`` };
    if (outcome === 'complained') return FEEDBACK[plainName(feedback(cells))] ?? outcome;
    return outcome === 'bounced' && category(cells) === 'message-expired' ? 'expired' : outcome;
  };
}

const ifAny = (key: string, value: string): Record<string, string> => (value === '' ? {} : { [key]: value });
