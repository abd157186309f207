/** Milliseconds of each of so many runs, after two that warm up. */
export async function time(runs: number, run: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let i = -2; i < runs; i += 1) {
    const started = performance.now()
    await run()
    if (i >= 0) times.push(performance.now() - started)
  }
  return times
}

/** Their median and 95th percentile, in words. */
export function show(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `${at(0.5)} ms, p95 ${at(0.95)} ms`
}
