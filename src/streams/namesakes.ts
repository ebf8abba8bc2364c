/** A name shorter than this begins others' names by chance. */
const SHORTEST_NAME = 5;

const nameOf = (organisation: string): string => organisation.split('.')[0] ?? '';

/**
 * Whether an envelope's organisation bears the name of one that signed: getresponse360.com beside getresponse.com. Services
 * have more domains for bounces than anybody lists. The signature has to be the service's: what a tenant may choose is the
 * name that stands in its own signature, and there a lookalike costs a few coins.
 */
export const bearsNameOf = (envelope: string, signer: string): boolean => {
  const [shorter, longer] = [nameOf(envelope), nameOf(signer)].toSorted((a, b) => a.length - b.length);
  return shorter !== undefined && shorter.length >= SHORTEST_NAME && longer?.startsWith(shorter) === true;
};
