import { wholeBelow, type Random } from '../world/random.ts';
import type { QueueIds } from './queue-ids.ts';
import { kept, printed, type StampForm } from './stamps.ts';
import type { LogLine, PostfixStory, TrueEvent } from './story.ts';

export type Write = (time: number, line: LogLine) => void;
export type Say = (at: number, program: string, text: string, events?: readonly TrueEvent[]) => void;

/** A machine that sends, and where its lines go. */
export interface Machine {
  readonly host: string;
  readonly form: StampForm;
  readonly story: PostfixStory;
  readonly random: Random;
  readonly ids: QueueIds;
  readonly write: Write;
  /** Writes a line of some process. */
  readonly say: Say;
}

export function newMachine(
  { host, form, story, random, ids }: Pick<Machine, 'host' | 'form' | 'story' | 'random' | 'ids'>,
  write: Write,
): Machine {
  return {
    host,
    form,
    story,
    random,
    ids,
    write,
    say(at, program, text, events = []) {
      const pid = 1000 + wholeBelow(random, 4000);
      const head = `${printed(form, at)} ${host} ${program}[${pid}]: `;
      write(at, { text: head + text, events: events.map((event) => ({ ...event, time: kept(form, at) })) });
    },
  };
}
