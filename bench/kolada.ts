import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Load, measure, measureBaseline, memoryOf, start, stop } from './program.ts'

const seconds = Number(process.argv[2] ?? 8)
const connections = 20
const years = [1990, 2000, 2005, 2010, 2015, 2020, 2021, 2022, 2023, 2024]

/** Whole answers for all municipalities: another figure or year each time, nothing kept, never a 304. */
async function bench(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'ekokommun-bench-'))
  // As root the database runs as a system user, who must be able to pass through.
  await chmod(folder, 0o755)
  const plain: Load = { connections, seconds, headers: { 'accept-encoding': 'identity' } }
  const packed: Load = { connections, seconds, headers: { 'accept-encoding': 'gzip' } }
  const baseline = await measureBaseline(plain)
  // Without the page memory every answer is made and hashed anew.
  const program = await start(folder, { PAGE_CACHE_BYTES: '0' })
  try {
    const paths = years.flatMap((year) =>
      ['U97001', 'U97002'].map((kpi) => `/kolada/v3/data/kpi/${kpi}/year/${year}`),
    )
    await checkAnswers(program.address, paths)
    const rows = [
      await measure('all municipalities, made anew', program.address, paths, plain),
      await measure('the same, gzip', program.address, paths, packed),
    ]
    console.log(`\n${connections} at once, ${seconds} s each, one process, page memory off, no ETag sent\n`)
    console.log('what'.padEnd(32), 'answers/s', 'of bare', 'p50 ms', 'p99 ms', 'errors')
    for (const { what, perSecond, median, p99, errors } of [baseline, ...rows]) {
      console.log(
        what.padEnd(32),
        perSecond.toFixed(0).padStart(9),
        (perSecond / baseline.perSecond).toFixed(3).padStart(7),
        String(median).padStart(6),
        String(p99).padStart(6),
        String(errors).padStart(6),
      )
    }
    console.log(`\nmemory of the web process: ${(await memoryOf(program.pid)).toFixed(0)} MB`)
  } finally {
    await stop(program)
    await rm(folder, { recursive: true, force: true })
  }
}

/** An answer that is quick because it is empty measures nothing. */
async function checkAnswers(address: string, paths: string[]): Promise<void> {
  for (const path of paths) {
    const response = await fetch(address + path)
    const { count } = await response.json()
    if (count !== 290) throw new Error(`${path} gives ${count} values, not 290`)
  }
}

await bench()
