import { count } from '../core/format.ts';
import type { Rehearsal } from './rehearsal.ts';

/** What keeps the fate of mail open. */
export interface OpenQuestion {
  readonly code: 'results' | 'existence' | 'policy' | 'unasked' | 'envelopes';
  readonly messages: number;
  readonly text: string;
}

/** Everything that could not be found out and might change the outcome. */
export function openQuestions({ groups, unasked, spf, streams, unreadable }: Rehearsal): OpenQuestion[] {
  const all = [groups.ours.after, groups.forwarded.after, groups.suspicious.after];
  const sum = (of: (outcome: (typeof all)[number]) => number): number => all.reduce((total, one) => total + of(one), 0);
  const [first] = unreadable;
  const undecided = sum(({ open }) => open);
  const unknown = streams.reduce((total, { after }) => total + Math.min(after.open, after.unknown), 0);
  const questions: OpenQuestion[] = [
    {
      code: 'results',
      messages: unknown,
      text: 'the reports do not hold the results that would decide it, or SPF could not be evaluated',
    },
    {
      code: 'policy',
      messages: undecided - unknown,
      text: `their DMARC policy could not be found out (${first?.domain ?? ''}: ${first?.reason ?? ''})`,
    },
    {
      code: 'existence',
      messages: sum(({ ifMissing }) => ifMissing.messages),
      text: 'whether their From domain exists is not known without DNS; it is taken to, and sp applies',
    },
    {
      code: 'unasked',
      messages: unasked.messages,
      text: `${count(unasked.domains)} From domains are too many to look up; they are taken to have no record of their own`,
    },
    {
      code: 'envelopes',
      messages: spf?.left.messages ?? 0,
      text: `${count(spf?.left.domains ?? 0)} envelope domains are too many to evaluate; what reporters saw stands`,
    },
  ];
  return questions.filter(({ messages }) => messages > 0);
}
