import { newSeen } from './seen.ts';
import type { Machine } from './machine.ts';
import type { QueuedMessage } from './message.ts';

/** What has been told already: logs are given twice, and syslog writes one line into several files. */
export interface Told {
  /** Another input begins: from now on what earlier ones told is looked for. */
  begin(): void;
  /** Whether an event was told before: the same machine, queue id, recipient (as a hash), kind and second. */
  again(machine: Machine, message: QueuedMessage, who: number, kind: string, time: number): boolean;
}

/** Events of one message that are compared with its next. Those of a list are many, and are told one after the other. */
const MOST_COMPARED = 32;

export function newTold(): Told {
  const seen = newSeen();
  let inputs = 0;
  return {
    begin() {
      inputs += 1;
    },
    again(machine, message, who, kind, time) {
      const second = Math.floor(time) | 0;
      const what = who ^ Math.imul(second, 0x9e3779b1) ^ kind.charCodeAt(0) ^ (kind.charCodeAt(1) << 8) || 1;
      if (wasTold(message, what)) return true;
      const left = mixed(message.hash ^ Math.imul(machine.number, 0x9e3779b1)) ^ Math.imul(second, 0x85ebca77);
      if (inputs > 1 && seen.has(left, what)) return true;
      seen.add(left, what);
      return false;
    },
  };
}

/** Whether it is among what was told of the message last; from now on it is. */
function wasTold(message: QueuedMessage, what: number): boolean {
  if (message.told === what || message.toldToo === what) return true;
  if (message.told === 0) message.told = what;
  else if (message.toldToo === 0) message.toldToo = what;
  else {
    const more = (message.toldMore ??= []);
    if (more.includes(what)) return true;
    if (more.length < MOST_COMPARED) more.push(what);
    else more[Math.abs(what) % MOST_COMPARED] = what;
  }
  return false;
}

/** The end of MurmurHash3: each bit moves all others. */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
