/** Tells the person at the terminal what is going on. */
export type Progress = (line: string) => void

/** Prints a step while it runs, with its time when it took long enough to wonder about. */
export async function step<T>(progress: Progress, title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now()
  progress(`${title} …`)
  const result = await work()
  const seconds = (performance.now() - started) / 1000
  if (seconds >= 1) progress(`${title}: done in ${seconds.toFixed(1)} s`)
  return result
}
