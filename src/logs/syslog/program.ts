/** Who wrote a line, by its tag. */
export interface Program {
  /** `smtp` of `postfix/smtp` and of `postfix-out/relay/smtp`; all of it where there is no slash. */
  readonly name: string;
  readonly hasSlash: boolean;
}

export function programOf(tag: string): Program {
  const slash = tag.lastIndexOf('/');
  return { name: tag.slice(slash + 1), hasSlash: slash >= 0 };
}
