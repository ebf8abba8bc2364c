/** Said wrongly of one sender in twenty whose true share is just the limit, and hardly ever of one below it. */
const ONE_IN_TWENTY = 0.05;
/** Terms of the sum that are too small to matter are left out. */
const NEGLIGIBLE = 1e-9;

/**
 * Whether a true share of `limit` or less would hardly show `part` of `whole`: 3 of 850 are 0.35 %, and come of a share of
 * 0.1 % in one case in twenty, of 0.3 % in every second. The exact test that the interval of C. J. Clopper and E. S. Pearson
 * (Biometrika 26, 1934, p. 404) is made of; `chance` is how often it may be wrong.
 */
export function isSurelyOver(limit: number, part: number, whole: number, chance = ONE_IN_TWENTY): boolean {
  if (part > whole) return isSurelyOver(limit, whole, whole, chance);
  if (whole <= 0 || part <= limit * whole) return false;
  const odds = limit / (1 - limit);
  // The chance of just so many, and of each more.
  let term = Math.exp(logChoices(whole, part) + part * Math.log(limit) + (whole - part) * Math.log1p(-limit));
  let sum = 0;
  for (let count = part; count <= whole; count += 1) {
    sum += term;
    if (sum > chance) return false;
    if (term <= sum * NEGLIGIBLE) break;
    term *= ((whole - count) / (count + 1)) * odds;
  }
  return true;
}

/** The logarithm of the number of ways to choose `part` of `whole`. */
const logChoices = (whole: number, part: number): number =>
  logFactorial(whole) - logFactorial(part) - logFactorial(whole - part);

function logFactorial(number: number): number {
  if (number < 20) {
    let product = 1;
    for (let factor = 2; factor <= number; factor += 1) product *= factor;
    return Math.log(product);
  }
  // Stirling's series: right to ten digits from here on.
  const cube = number ** 3;
  return (
    number * Math.log(number) - number + 0.5 * Math.log(2 * Math.PI * number) + 1 / (12 * number) - 1 / (360 * cube)
  );
}
