/**
 * One-sided exact sign test: the chance of at least `ahead` of `ahead + behind` when both are equally likely.
 * 1 when nothing was counted.
 */
export const signTest = (ahead: number, behind: number): number => {
  const n = ahead + behind;
  // In logarithms: 2^-n underflows from about 1,075 on.
  let logChance = -n * Math.LN2;
  let tail = 0;
  for (let k = n; k >= ahead; k -= 1) {
    tail += Math.exp(logChance);
    logChance += Math.log(k) - Math.log(n - k + 1);
  }
  return Math.min(1, tail);
};
