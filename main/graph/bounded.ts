/** Runs `work` over values, at most `most` at a time, results in order. The first failure rejects; no new work starts after it. */
export async function bounded<A, B>(
  values: readonly A[],
  most: number,
  work: (value: A) => Promise<B>,
): Promise<B[]> {
  const results = new Array<B>(values.length);
  let next = 0;
  let failed = false;
  const lane = async () => {
    for (;;) {
      const index = next;
      next += 1;
      const value = values[index];
      if (failed || index >= values.length) return;
      try {
        results[index] = await work(value as A);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, values.length) }, lane));
  return results;
}
