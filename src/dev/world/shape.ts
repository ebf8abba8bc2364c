/** How a reporter writes its XML. What is not set is left out, or done the usual way. */
export interface Shape {
  /** The first line; none where a reporter sends none. */
  readonly declaration?: string;
  readonly encoding?: 'latin1';
  readonly byteOrderMark?: true;
  /** Attributes of the root element, namespaces among them. */
  readonly root?: string;
  /** Prefix of every element's name, without the colon. */
  readonly prefix?: string;
  /** One step of indentation; undefined puts everything on one line. */
  readonly indent?: string;
  readonly lineEnd?: string;
  /** `&` as it is: not well-formed, and seen in the wild. */
  readonly bareAmpersand?: true;

  readonly version?: string;
  readonly generator?: string;
  /** Schema of RFC 9990 rather than RFC 7489 appendix C: no pct, testing and discovery_method, selectors required. */
  readonly rfc9990?: true;
  readonly alignmentModes?: true;
  readonly sp?: 'none' | '';
  readonly np?: 'none';
  readonly fo?: '1';
  /** An `extension` after the policy, and elements of another namespace in every record (RFC 9990, Extensions). */
  readonly extension?: true;

  readonly envelopeFrom?: true;
  readonly envelopeTo?: string;
  readonly selectors?: true;
  readonly scope?: true;
  readonly humanResult?: true;
  readonly spfFirst?: true;
  /** Empty `dkim` elements and every `spf` twice. */
  readonly hollow?: true;
  /** A `reason` with empty elements on every record. */
  readonly emptyReason?: true;
  /** What it calls mail from a list, and how it sees ARC on mail that fails. */
  readonly listReason?: { readonly type: string; readonly comment: string };
  readonly failureReason?: { readonly type: string; readonly comment: string };
}
