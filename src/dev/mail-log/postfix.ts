import { randomFrom, wholeBelow } from '../world/random.ts';
import { newHeap } from './heap.ts';
import { sender } from './sending.ts';
import { printed } from './stamps.ts';
import { CIPHER, type LogLine, type PostfixStory } from './story.ts';

/** A mail log of so many messages, line by line, with what each line tells. */
export function* postfixLog(story: PostfixStory): Generator<LogLine> {
  const random = randomFrom(story.seed);
  const pending = newHeap<LogLine>();
  // Lines of one process stay in their order.
  const late = new Map<string, number>();
  const lateness = (text: string): number => {
    if (!story.reordered) return 0;
    const process = /\S+\[\d+\]: /.exec(text)?.[0] ?? '';
    const known = late.get(process) ?? random() * 0.9;
    late.set(process, known);
    return known;
  };
  const machines = story.forms.map((form, index) => sender(`mx${index + 1}`, form, story, random));
  let time = story.begin;
  // So that a reader knows from the start that TLS is logged here.
  if (story.tls === 'lines')
    for (const [index, form] of story.forms.entries())
      yield {
        text: `${printed(form, time)} mx${index + 1} postfix/smtp[999]: Trusted TLS connection established to mx.firma.example[198.51.100.9]:25: TLSv1.3 with cipher ${CIPHER} (256/256 bits)`,
        events: [],
      };
  for (let n = 0; n < story.messages; n += 1) {
    time += random() * 2 * story.spacing;
    const machine = machines[wholeBelow(random, machines.length)] ?? machines[0];
    machine?.message(time, (at, line) => pending.push(at + lateness(line.text), line));
    // Nothing that is still to come can be earlier than this.
    for (let next = pending.pop(time); next !== undefined; next = pending.pop(time)) yield next.item;
  }
  for (let next = pending.pop(Infinity); next !== undefined; next = pending.pop(Infinity)) yield next.item;
}
