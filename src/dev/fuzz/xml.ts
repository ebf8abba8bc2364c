import { seenByScanner } from '../../../test/reports/xml/both.ts';
import { MARKUP, REPORTS } from '../fuzzing/samples.ts';
import { cut, fuzzTarget, utf8 } from '../fuzzing/target.ts';

/** The XML scanner alone, with every event. */
export default fuzzTarget({
  seeds: () => REPORTS,
  tokens: MARKUP,
  run: (bytes) => seen([utf8(bytes)]),
  inPieces: (bytes, length) => seen(cut(utf8(bytes), length)),
});

/** Stray text outside of the root is told, as by saxes, where the piece ends that it stands in, or another fault before that. */
function seen(pieces: readonly string[]): unknown {
  const { events, fault } = seenByScanner(pieces);
  const opened = events.filter((event) => event.startsWith('<')).length;
  const outside = opened === events.filter((event) => event === '>').length;
  return [events, fault !== undefined && outside ? 'a fault outside of the root' : fault];
}
