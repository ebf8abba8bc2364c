import { bodySplitter } from '../../logs/body-splitter.ts';
import type { Assumptions, EntryFormat, EntryReader, EventSink, JsonObject, RecordFormat } from '../../logs/format.ts';
import { readInside } from '../../logs/json/inside.ts';
import { recordText } from '../../logs/json/record-text.ts';
import type { LineSplitter } from '../../logs/lines.ts';
import type { ReadByOthers } from './other-formats.ts';
import type { Progress, Reading, Unknown } from './reading.ts';

/** Who takes objects that are not of the input's format. */
export interface Strangers {
  readonly unknown: Unknown;
  readonly byOthers: ReadByOthers;
}

export function recordReading(format: RecordFormat, sink: EventSink, strangers: Strangers, state: Progress): Reading {
  return {
    open: (assumptions) =>
      objectSplitter(
        readerOf(format, sink, strangers, assumptions),
        sink,
        { ...strangers, assumptions, wantsWhole: format.wantsWhole },
        state,
      ),
    end: () => 0,
  };
}

/**
 * Services share words for events: what one of them takes for its own and cannot make an event of, and would not have been
 * recognised by, another may be sure of.
 */
function readerOf(
  format: RecordFormat,
  sink: EventSink,
  { byOthers }: Strangers,
  assumptions: Assumptions,
): (value: JsonObject) => boolean {
  const untold: [why: string, text: string][] = [];
  const own: EventSink = { ...sink, unread: (why, text) => void untold.push([why, text]) };
  const nobody = (): void => undefined;
  return (value) => {
    const isRead = format.read(value, own, assumptions);
    if (untold.length === 0) return isRead;
    const told = untold.splice(0);
    if (isRead && format.recognise(value) === 0 && byOthers(value, assumptions, nobody)) return true;
    for (const [why, text] of told) sink.unread(why, text);
    return isRead;
  };
}

export function entryReading(format: EntryFormat, sink: EventSink, strangers: Strangers, state: Progress): Reading {
  let reader: EntryReader | undefined;
  return {
    open(assumptions) {
      // One for all files, as for lines.
      const opened = (reader ??= format.open(sink));
      opened.begin(assumptions);
      return objectSplitter((value) => opened.entry(value), sink, { ...strangers, assumptions }, state);
    },
    end() {
      const open = reader?.open() ?? 0;
      reader?.end();
      return open;
    },
  };
}

function objectSplitter(
  read: (value: JsonObject) => boolean,
  sink: EventSink,
  {
    unknown,
    byOthers,
    assumptions,
    wantsWhole = false,
  }: Strangers & { readonly assumptions: Assumptions; readonly wantsWhole?: boolean | undefined },
  state: Progress,
): LineSplitter {
  const untold = (value: JsonObject): void => unknown(recordText(value));
  const unknownObject = (value: JsonObject): void => {
    if (!byOthers(value, assumptions, untold)) untold(value);
  };
  return bodySplitter({
    record(value) {
      // Most are known, and the way through wrappers is not for them.
      state.lines += read(value) ? 1 : readInside(value, read, unknownObject);
    },
    unread(why, text) {
      state.lines += 1;
      sink.unread(why, text);
    },
    isDoneWith: true,
    wantsWhole,
  });
}
