// The whole matrix, as `npm run faults` runs it; with a word only those faults whose name holds it.
import { faults } from './faults.ts'
import { Ledger } from './ledger.ts'
import { prepare } from './prepare.ts'
import { openSite } from './site.ts'
import { lookAtTheEnd, type Result, tryOut } from './trial.ts'
import { letIn } from './visitors.ts'

const wanted = process.argv.slice(2).join(' ')
const chosen = faults.filter(({ name }) => name.includes(wanted))
if (chosen.length === 0) throw new Error(`No fault is called “${wanted}”`)
console.log('Starting a primary, its standby, two web processes and a worker …')
const site = await openSite()
const widths = [42, 8, 6, 6, 8, 6, 8, 9, 9, 8]
const row = (cells: (string | number)[]) =>
  console.log(cells.map((cell, i) => String(cell)[i === 0 ? 'padEnd' : 'padStart'](widths[i] ?? 8)).join(' '))
const notTried: string[] = []
let failed = false
try {
  const prepared = await prepare(site.truth(), 8)
  const ledger = new Ledger()
  const visitors = letIn(site, ledger, prepared)
  row(['fault', 'saved', 'lost', 'twice', 'told', 'open', 'wrong', 'longest', 'heals', 'in doubt'])
  for (const fault of chosen) {
    const impossible = fault.impossible?.()
    if (impossible) {
      notTried.push(`${fault.name}, ${impossible}`)
      continue
    }
    show(await tryOut(site, ledger, prepared, fault))
  }
  await visitors.goHome()
  const { lost, doubled, uncertain } = await lookAtTheEnd(site, ledger, prepared)
  const saved = Object.entries(ledger.acknowledged).map(([kind, names]) => `${names.size} ${kind}`)
  console.log(`\nAt the end: ${saved.join(', ')}; ${site.post.arrived.size} mails arrived.`)
  console.log(`Lost: ${lost.length}. Twice: ${doubled.length}. Mails in doubt: ${uncertain}.`)
  if (notTried.length > 0) console.log(`Not tried: ${notTried.join('; ')}.`)
  report([...lost, ...doubled, ...ledger.takeTally().wrong])
} finally {
  await site.close()
}
process.exit(failed ? 1 : 0)

function show(result: Result): void {
  const { fault, acknowledged, lost, doubled, told, unknown, wrong, longestMs, healMs, uncertain } = result
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  row([
    fault,
    acknowledged,
    lost.length,
    doubled.length,
    told,
    unknown,
    wrong.length,
    seconds(longestMs),
    seconds(healMs),
    uncertain,
  ])
  report([...lost, ...doubled, ...wrong])
}

function report(faultsFound: string[]): void {
  if (faultsFound.length > 0) failed = true
  for (const one of faultsFound.slice(0, 8)) console.log(`    ${one}`)
}
