import type { Transaction } from 'kysely'
import { act } from '#database/act.ts'
import type { Database } from '#database/tables.ts'
import type { GivenDecision } from './decision-form.ts'
import { saveDecision } from './decision-queries.ts'
import { meaningOf } from './figure-form.ts'
import {
  deleteBreak,
  insertBreak,
  insertFigure,
  lockFigureRow,
  updateFigure,
  weighFigure,
} from './figure-queries.ts'
import type { Place } from './own-actions.ts'
import { listFigureIds } from './own-queries.ts'
import { demandsOf, touchedBy } from './rules/changes.ts'
import type { FigureFacts } from './rules/figure.ts'
import { newFigureId, versionId } from './rules/ids.ts'
import {
  type GivenSet,
  insertSet,
  listFiguresInSet,
  removeCarried,
  saveCarried,
  saveNumber,
  updateSet,
} from './set-queries.ts'

type Acting = Pick<Place, 'db' | 'actor'>

/** A set as a form gives it, with the decision that it rests on and the figures that it keeps as they are. */
export interface SetChange {
  set: Omit<GivenSet, 'decisionId'>
  decision: GivenDecision
  carried: { id: string; number: string; ordinal: number }[]
}

/** Adds a set that a meeting has decided on. False when there is one of that year. */
export function addSet({ db, actor }: Acting, id: string, change: SetChange): Promise<boolean> {
  return act(db, actor, 'add a key figure set', async (trx) => {
    const decisionId = await saveDecision(trx, change.decision)
    const added = await insertSet(trx, id, { ...change.set, decisionId })
    if (added) await saveCarried(trx, id, change.carried)
    return added
  })
}

/** Changes a set over the version that was seen. False when somebody was quicker. */
export function changeSet(
  { db, actor }: Acting,
  id: string,
  change: SetChange,
  seen: number,
): Promise<boolean> {
  return act(db, actor, 'change a key figure set', async (trx) => {
    const decisionId = await saveDecision(trx, change.decision)
    const changed = await updateSet(trx, id, { ...change.set, decisionId }, seen)
    if (changed) await saveCarried(trx, id, change.carried)
    return changed
  })
}

/** Gives carried figures their numbers in a set. */
export function numberFigures({ db, actor }: Acting, setId: string, numbers: [id: string, number: string][]) {
  return act(db, actor, 'number key figures', async (trx) => {
    for (const [id, number] of numbers) await saveNumber(trx, setId, id, number)
  })
}

/** Adds a figure to a set: a new version that takes the place of another one there, or one without predecessor. */
export function addFigure(
  { db, actor }: Acting,
  setId: string,
  facts: FigureFacts,
  given: { decision: GivenDecision; replaces: string | null },
): Promise<string> {
  const { replaces } = given
  const action = replaces ? 'add a version of a key figure' : 'add a key figure'
  return act(db, actor, action, async (trx) => {
    const decisionId = await saveDecision(trx, given.decision)
    const taken = await listFigureIds(trx)
    const id = replaces
      ? versionId(replaces, setId, taken)
      : newFigureId(facts.number, facts.name_sv, setId, taken)
    const ordinal = replaces ? await placeOf(trx, setId, replaces) : null
    await insertFigure(trx, facts, {
      id,
      setId,
      ordinal,
      decisionId,
      replaces: replaces ? [replaces] : [],
    })
    if (replaces) await removeCarried(trx, setId, replaces)
    return id
  })
}

/** Where a figure stands in a set, or else where it was decided. */
async function placeOf(trx: Transaction<Database>, setId: string, id: string): Promise<number | null> {
  const there = (await listFiguresInSet(trx, setId)).find((one) => one.id === id)
  return there?.ordinal ?? (await lockFigureRow(trx, id))?.ordinal ?? null
}

/** A break with its reason and decision. */
export interface GivenBreak {
  year: number
  reasonSv: string
  reasonEn: string
  decision: GivenDecision
}

/**
 * Changes a figure over the version that was seen, perhaps together with a break. What would make the values there are
 * wrong or mean something else is refused: the figure then is not as it was when the form was checked.
 */
export function changeFigure(
  { db, actor }: Acting,
  id: string,
  facts: FigureFacts,
  given: { seen: number; sameMeaning: boolean; methodBreak: GivenBreak | null },
): Promise<'saved' | 'changed' | 'break-taken'> {
  const { seen, sameMeaning, methodBreak } = given
  return act(db, actor, 'change a key figure', async (trx) => {
    const before = await lockFigureRow(trx, id)
    if (before?.version !== seen) return 'changed'
    const { values } = await weighFigure(trx, id)
    const touched = touchedBy(meaningOf(before), meaningOf(facts))
    const demands = demandsOf(touched, { values, withBreak: methodBreak !== null, sameMeaning })
    if (demands.length > 0) return 'changed'
    if (methodBreak && !(await putBreak(trx, id, methodBreak))) return 'break-taken'
    return (await updateFigure(trx, id, facts, seen)) ? 'saved' : 'changed'
  })
}

/** Adds a break to a figure's series. False when that year has one. */
export function addBreak({ db, actor }: Acting, id: string, given: GivenBreak): Promise<boolean> {
  return act(db, actor, 'add a break', (trx) => putBreak(trx, id, given))
}

async function putBreak(trx: Transaction<Database>, id: string, given: GivenBreak): Promise<boolean> {
  const decisionId = await saveDecision(trx, given.decision)
  return insertBreak(trx, id, { ...given, decisionId })
}

/** Takes a break away, so that the series is compared across that year again. False when there is none. */
export function removeBreak({ db, actor }: Acting, id: string, year: number): Promise<boolean> {
  return act(db, actor, 'remove a break', (trx) => deleteBreak(trx, id, year))
}
