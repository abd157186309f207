import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import type { Database } from '#database/tables.ts'
import type { Command, CommandContext } from '#platform/command.ts'
import { readSheets } from '#platform/files/read-sheets.ts'
import { localeOf } from '#platform/i18n.ts'
import { listChanges } from './change-queries.ts'
import { insertFile, listMappings, setSkipping } from './file/file-queries.ts'
import { fileLimits } from './file/limits.ts'
import { performWaiting } from './perform.ts'
import { sumOf } from './rules/run.ts'
import { endRun, findRun, insertRun, listItems, listUnfinished, type NewRun } from './run-queries.ts'
import type { AdapterName } from './tables.ts'
import { textsOf } from './texts.ts'
import { changeInWords, faultInWords } from './words.ts'

/** Changes that are printed when nobody says how many. */
const usualMost = 50

/** `ekokommun import …`: takes values in from a source, and says what that changed. */
export const importCommand: Command<Database> = {
  name: 'import',
  summary: 'Takes in key figures from Kolada, the population from Statistics Sweden, or a file.',
  usage: [
    'import kolada [--figure ID] [--dry-run] [--fresh] [--most N]',
    'import scb [--dry-run] [--fresh] [--most N]',
    'import file PATH --mapping NAME [--skip-faulty] [--dry-run] [--most N]',
  ],
  run: async (context) => {
    const asked = readArguments(context.args)
    if (typeof asked === 'string') {
      context.remark(asked)
      return 2
    }
    return runImport(context, asked)
  },
}

interface Asked {
  adapter: AdapterName
  path: string
  mapping: string
  figure: string | null
  dry: boolean
  fresh: boolean
  skipFaulty: boolean
  most: number
}

function readArguments(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        'skip-faulty': { type: 'boolean', default: false },
        figure: { type: 'string' },
        mapping: { type: 'string', default: '' },
        most: { type: 'string', default: String(usualMost) },
      },
    })
    const [source = '', path = '', ...rest] = positionals
    const adapter = (['kolada', 'scb', 'file'] as const).find((one) => one === source)
    if (!adapter) return `Import from what? kolada, scb or file, not “${source}”.`
    if (adapter === 'file' && (path === '' || values.mapping === '')) {
      return 'A file needs its path and --mapping NAME, as saved on /kansli/import/fil.'
    }
    if ((adapter !== 'file' && path !== '') || rest.length > 0)
      return `Too many words: ${positionals.join(' ')}`
    if (values.figure !== undefined && adapter !== 'kolada') return '--figure goes with kolada only.'
    if (!/^\d{1,6}$/.test(values.most)) return '--most needs a whole number.'
    return {
      adapter,
      path,
      mapping: values.mapping,
      figure: values.figure ?? null,
      dry: values['dry-run'],
      fresh: values.fresh,
      skipFaulty: values['skip-faulty'],
      most: Number(values.most),
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

async function runImport(context: CommandContext<Database>, asked: Asked): Promise<number> {
  const { db, config, today, signal, remark } = context
  const id = await runToDo(context, asked)
  if (typeof id === 'string') {
    remark(id)
    return 1
  }
  if (!(await performWaiting({ db, config, today, signal }, asked.adapter, true))) {
    await endRun(db, id, 'failed', 'another-at-it')
    remark(`Another import from ${asked.adapter} is going on. Try again when it is over.`)
    return 1
  }
  return tell(context, id, asked.most)
}

/** A run of the same kind that was broken off is gone on with; else a new one is asked for. Gives its id. */
async function runToDo({ db }: CommandContext<Database>, asked: Asked): Promise<number | string> {
  const { adapter, figure, dry, fresh } = asked
  const run: NewRun = { adapter, startedBy: 'command', personId: null, figureId: figure, dry, fresh }
  if (adapter === 'file') {
    const file = await layUp(db, asked)
    return typeof file === 'string' ? file : insertRun(db, { ...run, file })
  }
  const before = (await listUnfinished(db, adapter, true)).find(
    (one) => one.dry === dry && one.fresh === fresh && one.figureId === figure,
  )
  return before?.id ?? insertRun(db, run)
}

async function layUp(
  db: CommandContext<Database>['db'],
  { path, mapping: name, skipFaulty }: Asked,
): Promise<{ id: number; name: string } | string> {
  const mappings = await listMappings(db)
  const mapping = mappings.find((one) => one.name === name)?.mapping
  if (!mapping) {
    const names = mappings.map((one) => one.name).join(', ') || 'none'
    return `There is no mapping called “${name}”. There are: ${names}.`
  }
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return `The file ${path} cannot be read.`
  const sheets = await readSheets(bytes, fileLimits)
  if ('fault' in sheets)
    return `${path}: ${faultInWords(localeOf('en'), `${sheets.fault}: ${sheets.detail ?? ''}`)}`
  const fileName = basename(path)
  const id = await insertFile(db, { fileName, tables: sheets, madeBy: null, mappingName: name, mapping })
  await setSkipping(db, id, skipFaulty)
  return { id, name: fileName }
}

/** Prints what a run changed, and gives the exit code. */
async function tell(
  { db, print, remark }: CommandContext<Database>,
  id: number,
  most: number,
): Promise<number> {
  const l = localeOf('en')
  const t = textsOf(l)
  const [run, items] = [await findRun(db, id), await listItems(db, id)]
  for (const change of await listChanges(db, id, { limit: most })) print(changeInWords(l, change))
  for (const item of items) {
    const { state, message } = item
    print(
      `${item.item}: ${t.itemStates[state]}, ${t.counts(item)}${message ? `. ${faultInWords(l, message)}` : ''}`,
    )
  }
  const { added, corrected, confirmed, withdrawn } = sumOf(items)
  const all = added + corrected + confirmed + withdrawn
  print(run?.dry ? `${all} changes would be made. Nothing is written.` : `${all} changes are made.`)
  if (run?.error) remark(faultInWords(l, run.error))
  if (run?.state === 'stopped') remark('Stopped. The next import goes on where this one ended.')
  return run?.state === 'done' ? 0 : 1
}
