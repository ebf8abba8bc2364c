/** Columns of an accounting file whose configuration names none. */
const ORDER =
  'type timeLogged timeQueued orig rcpt orcpt dsnAction dsnStatus dsnDiag dsnMta bounceCat srcType srcMta dlvType dlvSourceIp dlvDestinationIp dlvEsmtpAvailable dlvSize vmta jobId envId queue vmtaPool'.split(
    ' ',
  );
/** Older releases end with the envelope id. */
const FEWEST = ORDER.indexOf('envId') + 1;
const TYPE = /^(?:d|b|t|tq|rb|rs)$/;
const TIME = /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:[+-]\d{4})?|\d{10})$/;

/** The default names where a row is a record itself; undefined where it is none. */
export function defaultNames(cells: readonly string[]): readonly string[] | undefined {
  const [type = '', logged = '', queued = '', , recipient = ''] = cells;
  const isRecord =
    cells.length >= FEWEST && TYPE.test(type) && TIME.test(logged) && TIME.test(queued) && recipient.includes('@');
  return isRecord ? ORDER : undefined;
}
