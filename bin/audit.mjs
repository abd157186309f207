// npm run audit: what the program is made of, looked at: known holes, licences, hashes, scripts, what nobody uses.
import { spawnSync } from 'node:child_process'
import { readLock, readPackage, strangeLicences, unaskedScripts, unsealed, unused } from './dependencies.mjs'
import { ensureInstalled, root } from './install.mjs'

ensureInstalled()
const [lock, own] = [readLock(), readPackage()]
const count = Object.keys(lock.packages).length - 1
let faults = 0

function tell(title, found) {
  console.log(`${found.length === 0 ? 'ok    ' : 'FAULT '} ${title}`)
  for (const one of found) console.log(`         ${one}`)
  faults += found.length
}

console.log(`${count} packages, with those for other systems and for tests`)
tell('every licence is one of those allowed', strangeLicences(lock))
tell('every package has a strong hash and comes from the registry', unsealed(lock))
tell('no package runs a script at its installation unasked', unaskedScripts(lock, own))
tell('every package asked for is used', unused(own))

const { stdout, stderr } = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
const answer = readAnswer(stdout)
if (answer) tell('no known hole in what is run', answer)
else {
  console.log('NOT ASKED  known holes: the registry did not answer `npm audit`. Ask again where it does.')
  console.log(`         ${stderr.split('\n').find((line) => line.includes('audit')) ?? ''}`)
}
process.exit(faults > 0 ? 1 : 0)

/** Each package with a known hole, how bad it is and what mends it; undefined when the registry did not say. */
function readAnswer(text) {
  try {
    const { vulnerabilities } = JSON.parse(text)
    return Object.values(vulnerabilities).map(
      ({ name, severity, range, fixAvailable }) =>
        `${name} ${range}: ${severity}${fixAvailable ? ', a newer one mends it' : ''}`,
    )
  } catch {
    return undefined
  }
}
