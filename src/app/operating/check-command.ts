import { compareMigrations, databaseInvariants, listSpoiltIndexes } from '#database/check/index.ts'
import { fileInvariants } from '#platform/files/store/index.ts'
import { domains } from '../domains.ts'
import type { OperatingCommand, OperatingContext } from './command.ts'

/** Looks whether everything that the program promises holds in the database. Changes nothing. */
export const checkCommand: OperatingCommand = {
  name: 'check',
  summary: 'Looks whether all that must hold in the database does, and ends with 1 when something does not.',
  usage: ['check'],
  operate: report,
}

/** Of each invariant no more than this many breaks are told. */
const told = 10

/** Checks everything, says what is wrong, and gives the exit code. */
export async function report({ db, print, remark, now }: OperatingContext): Promise<number> {
  const started = now()
  const migrations = await compareMigrations(db)
  if (migrations.none) {
    remark('The database has no tables yet. Start the program, or restore a backup.')
    return 1
  }
  if (migrations.unknown.length > 0) {
    remark(
      `The database is newer than this program: ${migrations.unknown.join(', ')}. Use the newer program.`,
    )
    return 1
  }
  if (migrations.waiting.length > 0) {
    remark(`Migrations wait until the program starts: ${migrations.waiting.join(', ')}`)
    return 1
  }
  const invariants = [
    ...databaseInvariants,
    ...fileInvariants,
    ...domains.flatMap(({ invariants: own = [] }) => own),
  ]
  let wrong = 0
  const tell = (says: string, broken: string[]) => {
    if (broken.length === 0) return
    wrong += 1
    remark(`It does not hold that ${says}:`)
    for (const line of broken.slice(0, told)) remark(`  ${line}`)
    if (broken.length > told) remark(`  and ${broken.length - told} more`)
  }
  for (const { says, broken } of invariants) tell(says, await broken(db))
  const spoilt = await listSpoiltIndexes(db)
  if (spoilt) tell('every index fits its table', spoilt)
  else
    remark(
      'The indexes were not looked through: amcheck is not there, or the owner of the tables may not use it.',
    )
  const checked = invariants.length + (spoilt ? 1 : 0)
  const seconds = ((now().getTime() - started.getTime()) / 1000).toFixed(1)
  if (wrong === 0) print(`All ${checked} promises hold (${seconds} s).`)
  else remark(`${wrong} of ${checked} promises do not hold.`)
  return wrong === 0 ? 0 : 1
}
