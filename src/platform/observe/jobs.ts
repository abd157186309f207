import { within } from './scope.ts'
import { jobEnded } from './topics.ts'
import { tracing } from './tracing.ts'

/** Runs a recurring job so that its lines in the log name it, and tells how it went. */
export function observeJob(name: string, run: () => Promise<void>): Promise<void> {
  const started = performance.now()
  const told = async () => {
    let failed = true
    try {
      await run()
      failed = false
    } finally {
      jobEnded.tell({ name, ms: performance.now() - started, failed })
    }
  }
  return within({ job: name }, () => {
    const traced = tracing()
    return traced
      ? traced.inSpan({ name: `job ${name}`, kind: 'internal', attributes: { 'job.name': name } }, told)
      : told()
  })
}
