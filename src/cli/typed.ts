/** The options that stand on the command line, as commander names them: `guessMap`. */
export type Typed = ReadonlySet<string>;

/** As it is typed: `--guess-map`. */
export const optionName = (name: string): string =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
