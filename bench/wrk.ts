import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a load gave; times in milliseconds. */
export interface Result {
  perSecond: number
  p50: number
  p99: number
  errors: number
}

/**
 * Whether wrk is installed, as Debian's package. It asks a thousand visitors' pages with a tenth of the processor time
 * that autocannon needs, which then waits for itself on a machine of two cores.
 */
export async function hasWrk(): Promise<boolean> {
  return run('wrk', ['--version']).then(
    () => true,
    // It says its version with exit code 1.
    (error: { code?: unknown }) => error.code === 1,
  )
}

/** Asks for some paths in turn over connections that are kept, as fast as answers come. */
export async function askWithWrk(
  url: string,
  { connections, paths, packing = 'identity' }: { connections: number; paths: string[]; packing?: string },
  seconds: number,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-wrk-'))
  const script = join(folder, 'paths.lua')
  await writeFile(
    script,
    `local paths = {${paths.map((path) => JSON.stringify(path)).join(', ')}}
local at = 0
request = function()
  at = at % #paths + 1
  return wrk.format("GET", paths[at], {["accept-encoding"] = ${JSON.stringify(packing)}})
end
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format('{"requests":%d,"us":%d,"p50":%d,"p99":%d,"errors":%d}',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
`,
  )
  try {
    const asked = ['-t', '1', '-c', String(connections), '-d', String(seconds), '--timeout', '30s']
    const { stdout } = await run('wrk', [...asked, '-s', script, url])
    const told: Record<'requests' | 'us' | 'p50' | 'p99' | 'errors', number> = JSON.parse(
      stdout.slice(stdout.lastIndexOf('{')),
    )
    return {
      perSecond: told.requests / (told.us / 1e6),
      p50: told.p50 / 1000,
      p99: told.p99 / 1000,
      errors: told.errors,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}
