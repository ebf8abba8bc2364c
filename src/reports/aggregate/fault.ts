/** What ends the reading of a document. Thrown by the reader's own parts, and never leaves it. */
export class ReportFault extends Error {
  override readonly name = 'ReportFault';
}

/**
 * Where a document breaks the rules of XML: `syntax` in general, `unbroken` where no tag comes for too long,
 * `unfinished` at its end.
 */
export type XmlFaultKind = 'syntax' | 'unbroken' | 'unfinished';

export class XmlFault extends Error {
  override readonly name = 'XmlFault';
  readonly kind: XmlFaultKind;
  /** 1-based. */
  readonly line: number;
  readonly column: number;

  constructor(kind: XmlFaultKind, what: string, line: number, column: number) {
    super(what);
    this.kind = kind;
    this.line = line;
    this.column = column;
  }
}
