import { textOf, wholeBelow, type Random } from '../world/random.ts';
import { type QueueIds, queueIds } from './queue-ids.ts';
import { send } from './sending.ts';
import { kept, printed, type StampForm } from './stamps.ts';
import type { LogLine, PostfixStory, TrueEvent } from './story.ts';
import { streamFor } from './streams.ts';

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
  host: string,
  form: StampForm,
  story: PostfixStory,
  random: Random,
): { message(time: number, write: Write): void } {
  const ids = queueIds(story.ids, random);
  return {
    message(time, write) {
      const stream = streamFor(random);
      const say: Say = (at, program, text, events = []) => {
        const pid = 1000 + wholeBelow(random, 4000);
        const head = `${printed(form, at)} ${host} ${program}[${pid}]: `;
        write(at, { text: head + text, events: events.map((event) => ({ ...event, time: kept(form, at) })) });
      };
      const messageId = `${textOf(random, 'abcdefghij0123456789', 16)}@shop.example`;
      const machine: Machine = { host, form, story, random, ids, write, say };
      send(machine, { time, stream, messageId, way: stream.filtered === true ? 'filter' : 'world' });
    },
  };
}
