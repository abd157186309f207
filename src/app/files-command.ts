import type { Database } from '#database/tables.ts'
import type { Command, CommandContext } from '#platform/command.ts'
import { checkFiles, moveFiles, removeUnneeded } from '#platform/files/store/index.ts'

/** Moves files to where `FILE_STORE` says, and looks whether all are there. */
export const filesCommand: Command<Database> = {
  name: 'files',
  summary:
    'Moves all files to the place of FILE_STORE, or looks whether each is there and unspoilt (docs/files.md).',
  usage: ['files move', 'files check [--sizes] [--delete]'],
  run: (context) => {
    const [what, ...options] = context.args
    if (what === 'move' && options.length === 0) return move(context)
    if (what === 'check' && options.every((one) => ['--sizes', '--delete'].includes(one)))
      return check(context)
    context.remark('ekokommun files move, or ekokommun files check [--sizes] [--delete]')
    return Promise.resolve(2)
  },
}

const toldEvery = 100

async function move({ asOwner, print, remark, signal }: CommandContext<Database>): Promise<number> {
  const tell = (so: number) => {
    if (so % toldEvery === 0) remark(`${so} files moved …`)
  }
  // Where an issued invoice lies is nothing that the web role may change.
  const moved = await asOwner((owner) => moveFiles(owner, signal, tell))
  print(
    signal.aborted ? `Broken off after ${moved} files. Run it again for the rest.` : `${moved} files moved.`,
  )
  return signal.aborted ? 1 : 0
}

async function check({ db, args, now, print, signal }: CommandContext<Database>): Promise<number> {
  const found = await checkFiles(db, now(), { whole: !args.includes('--sizes'), signal })
  for (const { sha256, place } of found.missing) print(`missing  ${sha256} ${place}`)
  for (const { sha256, place } of found.spoilt) print(`spoilt   ${sha256} ${place}`)
  for (const { sha256, place } of found.unneeded) print(`unneeded ${sha256} ${place}`)
  print(
    `${found.checked} files outside the database looked at: ${found.missing.length} missing, ${found.spoilt.length} spoilt. Nobody refers to ${found.unneeded.length} others.`,
  )
  if (signal.aborted) {
    print('Broken off: not all were looked at.')
    return 1
  }
  if (args.includes('--delete')) {
    await removeUnneeded(db, found)
    print(`${found.unneeded.length} removed.`)
  }
  return found.missing.length + found.spoilt.length > 0 ? 1 : 0
}
