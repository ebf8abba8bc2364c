/** Standard deviations beyond which lies one case in twenty, on one side. */
export const ONE_IN_TWENTY = 1.645;
/** One in a hundred: where many stretches are looked through, and the worst of them is judged. */
export const ONE_IN_A_HUNDRED = 2.326;

/**
 * The share that is surely reached where `part` of `whole` was counted: 3 of 850 are 0.35 %, and come of a true share of
 * 0.1 % often enough. The lower end of Wilson's interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927, p. 209) with the
 * correction for counts (R. G. Newcombe, Statistics in Medicine 17, 1998, p. 857, method 4), which is needed for few events.
 */
export function leastShare(part: number, whole: number, deviations = ONE_IN_TWENTY): number {
  if (part <= 0 || whole <= 0) return 0;
  const share = Math.min(1, part / whole);
  const squared = deviations ** 2;
  const spread = squared - 2 - 1 / whole + 4 * share * (whole * (1 - share) + 1);
  const least = (2 * whole * share + squared - 1 - deviations * Math.sqrt(Math.max(0, spread))) / (2 * (whole + squared));
  return Math.max(0, least);
}
