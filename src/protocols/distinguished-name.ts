/**
 * Values of one kind, `CN` or `O`, in the name of a certificate as Node gives it: an attribute a line, a backslash
 * before signs that are special (RFC 4514 §2.4). Undefined is the name without any attribute.
 */
export const attributesOf = (name: string | undefined, type: string): string[] =>
  (name ?? '')
    .split('\n')
    .filter((line) => line.startsWith(`${type}=`))
    // Before a digit it is the code of a control character, which had better stay one.
    .map((line) => line.slice(type.length + 1).replaceAll(/\\(\D)/g, '$1'));

/** `R11 of Let's Encrypt`, or whatever else there is; `nobody` where there is nothing. */
export function nameInWords(name: string | undefined): string {
  const [[common], [unit], [organisation]] = [
    attributesOf(name, 'CN'),
    attributesOf(name, 'OU'),
    attributesOf(name, 'O'),
  ];
  const who = common ?? unit;
  if (who === undefined) return organisation ?? name?.replaceAll('\n', ', ') ?? 'nobody';
  return organisation === undefined || organisation === who ? who : `${who} of ${organisation}`;
}
