import { readdir } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Kysely, Transaction } from 'kysely'
import { bumpDataVersion } from '#database/data-version.ts'
import { DatabaseFailure } from '#database/failure.ts'
import { listLoadedFiles, loadAlone, lookAtTables, rememberLoadedFiles } from '#database/loaded-files.ts'
import type { Database } from '#database/tables.ts'
import { demonstrateAdvocacy } from '#domains/advocacy/seeds.ts'
import { demonstrateApplications } from '#domains/applications/seeds.ts'
import { demonstrateOwnFigures, demonstratePreparedSet } from '#domains/catalogue/seeds.ts'
import { demonstrateContacts, ensureSubjects } from '#domains/contacts/seeds.ts'
import { demonstrateEvents } from '#domains/events/seeds.ts'
import { demonstrateFees } from '#domains/fees/seeds.ts'
import { demonstrateGoodExamples } from '#domains/good-examples/seeds.ts'
import { readKeyFigures } from '#domains/key-figures/reference.ts'
import { saveCatalogue, saveValues } from '#domains/key-figures/reference-queries.ts'
import { demonstrateKeyFigures } from '#domains/key-figures/seeds.ts'
import { demonstrateAnnualMeetings } from '#domains/meetings/annual/seeds.ts'
import { demonstrateBoard } from '#domains/meetings/board/seeds.ts'
import { demonstrateVoting } from '#domains/meetings/voting/seeds.ts'
import { memberFiles, readOrganisations } from '#domains/members/reference.ts'
import { findAssociation, saveOrganisations } from '#domains/members/reference-queries.ts'
import { demonstrateMembers, hasDemonstration, hasMembers } from '#domains/members/seeds.ts'
import { demonstrateNews } from '#domains/news/seeds.ts'
import { readPartners } from '#domains/partners/reference.ts'
import { savePartners } from '#domains/partners/reference-queries.ts'
import { demonstratePartners } from '#domains/partners/seeds.ts'
import { demonstrateQuestions } from '#domains/questions/seeds.ts'
import { readForms } from '#domains/report-once/reference.ts'
import { saveForms } from '#domains/report-once/reference-queries.ts'
import { demonstrateReporting } from '#domains/reporting/seeds.ts'
import { demonstrateRepresentatives } from '#domains/representatives/seeds.ts'
import { readStatutes } from '#domains/statutes/reference.ts'
import { saveStatutes } from '#domains/statutes/reference-queries.ts'
import { association, associationFolder, usualFolder } from '#platform/association.ts'
import type { Progress } from '#platform/progress.ts'
import { Faults, ReferenceFault } from '#platform/reference/fault.ts'
import { readSourceFile, type SourceFile } from '#platform/reference/read-file.ts'
import { demonstrateFromFile } from './demonstrate-from-file.ts'
import { readDemonstration } from './demonstration-file.ts'

/**
 * Brings the reference facts of a folder into the database, all or nothing, unless they are there already.
 * Throws `ReferenceFault` with file, line and reason of what is wrong.
 */
export async function loadReference(
  db: Kysely<Database>,
  progress: Progress,
  folder = associationFolder,
): Promise<void> {
  const files = await readFolder(folder)
  const wanted = [...files]
    .map(([path, { hash }]) => ({ path, hash }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  await db.transaction().execute(async (trx) => {
    await loadAlone(trx)
    const loaded = await listLoadedFiles(trx)
    const fingerprint = (list: { path: string; hash: string }[]) =>
      list
        .map(({ path, hash }) => `${path} ${hash}`)
        .sort()
        .join()
    if (fingerprint(loaded) === fingerprint(wanted)) return

    const faults = new Faults()
    const read = (name: string) => fileOr(files, name, faults)
    for (const name of memberFiles) read(name)
    faults.throwIfAny()
    const organisations = readOrganisations(files, faults)
    const sources = new Map(organisations.sources.map((source) => [source.id, source.retrieved_on]))
    const facts = readKeyFigures(read, organisations.codes, sources, faults)
    const forms = readForms(read, new Set(facts.figures.map(({ id }) => id)), faults)
    const statutes = readStatutes(read, faults)
    const partners = readPartners(files.get('partners.yaml'), faults)
    faults.throwIfAny()

    await saveOrganisations(trx, organisations)
    const { left } = await saveCatalogue(trx, facts)
    if (left.length > 0) progress(`Left as the secretariat keeps them: ${left.join(', ')}`)
    const { added, corrected, withdrawn } = await saveValues(
      trx,
      facts.values,
      [...sources.keys()],
      new Date(),
    )
    await saveForms(trx, forms)
    await saveStatutes(trx, statutes)
    await savePartners(trx, partners)
    await ensureSubjects(trx)
    await rememberLoadedFiles(trx, wanted)
    await bumpDataVersion(trx)
    if (loaded.length === 0) await lookAtTables(trx)
    progress(
      `${facts.figures.length} key figures, ${added} values added, ${corrected} of them corrections, ${withdrawn} withdrawn`,
    )
  })
}

/** Fills an association without members with the demonstration: everything it makes up is marked so. */
export async function loadDemonstration(db: Kysely<Database>, progress: Progress): Promise<void> {
  // The association that the clone brings is made up by its houses, another one by a file of its own.
  const own = associationFolder === usualFolder ? null : readDemonstration(associationFolder)
  await db.transaction().execute(async (trx) => {
    await loadAlone(trx)
    if (await hasMembers(trx)) return
    const values = own ? await demonstrateFromFile(trx, own) : await demonstrateHouses(trx)
    await bumpDataVersion(trx)
    await lookAtTables(trx)
    progress(`A demonstration association with ${values} made-up values`)
  })
}

/** What each house makes up. Gives back how many values that is. */
async function demonstrateHouses(trx: Transaction<Database>): Promise<number> {
  await demonstrateMembers(trx)
  await demonstrateRepresentatives(trx)
  await demonstrateApplications(trx)
  await demonstrateFees(trx)
  await demonstrateBoard(trx)
  await demonstrateContacts(trx)
  const values = await demonstrateKeyFigures(trx)
  await demonstrateReporting(trx)
  await demonstrateOwnFigures(trx)
  await demonstrateGoodExamples(trx)
  await demonstrateQuestions(trx)
  await demonstrateEvents(trx)
  await demonstrateNews(trx)
  await demonstratePreparedSet(trx)
  await demonstrateAnnualMeetings(trx)
  await demonstratePartners(trx)
  await demonstrateAdvocacy(trx)
  await demonstrateVoting(trx)
  return values
}

/** A database belongs to one association. Throws {@link DatabaseFailure} when it holds another one's. */
export async function refuseAnotherAssociation(db: Kysely<Database>): Promise<void> {
  const found = await findAssociation(db)
  if (!found || found.code === association.code) return
  throw new DatabaseFailure(
    `This database holds ${found.name} (${found.code}), and ${associationFolder} is ${association.code}. Each ` +
      'association needs a database of its own: set DATA_DIR to a new folder, or DATABASE_URL to another database.',
  )
}

/** In production nothing may be made up. Throws {@link DatabaseFailure} when the database holds the demonstration. */
export async function refuseDemonstration(db: Kysely<Database>): Promise<void> {
  if (!(await hasDemonstration(db))) return
  throw new DatabaseFailure(
    'This database holds the demonstration association, whose members and values are made up. Production needs a ' +
      'database of its own: set DATA_DIR to a new folder, or DATABASE_URL to another database.',
  )
}

/** Files that an association need not have, and what they hold when they are not there: nothing. */
const optional = new Map([
  ['key-figures/values.yaml', '[]'],
  ['key-figures/origins.yaml', '[]'],
  ['key-figures/values/published.csv', ''],
  ['forms/forms.yaml', '[]'],
])

async function readFolder(folder: string): Promise<Map<string, SourceFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new ReferenceFault([
      { file: folder, line: 1, reason: 'the folder is missing; start from the root of the clone' },
    ])
  })
  const names = entries
    .filter((entry) => entry.isFile() && /\.(csv|yaml)$/.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readSourceFile(folder, name, associationFolder)] as const),
    ),
  )
}

function fileOr(files: Map<string, SourceFile>, name: string, faults: Faults): SourceFile {
  const file = files.get(name)
  if (file) return file
  const missing = { file: `${associationFolder}/${name}`, text: optional.get(name) ?? '', hash: '' }
  if (!optional.has(name)) faults.add(missing.file, 1, 'the file is missing')
  return missing
}
