import type { Kysely } from 'kysely'
import type { Database } from '#database/tables.ts'
import { can } from '#domains/accounts/index.ts'
import { findStatutes, type StatuteRules, statutesOn } from '#domains/statutes/index.ts'
import { addDays } from '#platform/days.ts'
import type { Typed } from '#platform/http/form.ts'
import { Problem } from '#platform/http/problem.ts'
import { page } from '#ui/page.tsx'
import type { Meeting } from '../queries.ts'
import { hashOf, type MinutesDocument, readDocument } from './document.ts'
import { mergeTexts } from './merge.ts'
import type { C, MinutesOrgan } from './organ.ts'
import { MinutesPage, type Overtaken } from './pages/minutes.tsx'
import {
  type FrozenDocument,
  findDocument,
  listNotes,
  listSaid,
  listSignatures,
  listSigners,
  type SaidText,
} from './queries.ts'
import { isUntouched } from './rules.ts'
import { textsOf } from './texts.ts'

/** The rules that a meeting stands under: those of the day when it was called. */
export async function rulesOf(db: Kysely<Database>, meeting: Meeting): Promise<StatuteRules> {
  const called = meeting.statutesId === null ? undefined : await findStatutes(db, meeting.statutesId)
  return (called ?? (await statutesOn(db, meeting.heldOn))).rules
}

/**
 * The minutes that somebody may read now: the document that was handed over, else the draft. Throws a 404 for those
 * who may read approved minutes only.
 */
export async function readable(
  c: C,
  organ: MinutesOrgan,
  meeting: Meeting,
): Promise<{ frozen: FrozenDocument | undefined; document: MinutesDocument; rules: StatuteRules }> {
  const { db, actor, locale } = c.var
  const [frozen, rules, signers] = await Promise.all([
    findDocument(db, meeting.id),
    rulesOf(db, meeting),
    listSigners(db, meeting.id),
  ])
  const inside = can(actor, organ.readsDraft) || signers.some(({ personId }) => personId === actor?.personId)
  if (meeting.state !== 'approved' && !inside) throw new Problem(404, textsOf(locale).notApprovedYet)
  return {
    frozen,
    rules,
    document: frozen ? readDocument(frozen.content) : await organ.compose(db, meeting, rules),
  }
}

interface FormBack {
  typed?: Typed
  errors?: Record<string, string>
  /** A text that was written over an older version than the one that stands. */
  overtaken?: { itemId: number; mine: string; beginning: string }
}

/** The page of the minutes, with a form that came back if there is one. */
export async function show(
  c: C,
  organ: MinutesOrgan,
  meeting: Meeting,
  form: FormBack = {},
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { db, locale: l, actor } = c.var
  const { frozen, document, rules } = await readable(c, organ, meeting)
  const [said, signers, signatures, notes] = await Promise.all([
    listSaid(db, meeting.id),
    listSigners(db, meeting.id),
    frozen ? listSignatures(db, frozen.id) : [],
    listNotes(db, meeting.id),
  ])
  const hash = frozen ? hashOf(frozen.content) : ''
  const title = textsOf(l).title(organ.nameOf(meeting, l))
  return page(
    c,
    { title, description: title, noIndex: true },
    <MinutesPage
      l={l}
      title={title}
      meeting={meeting}
      address={organ.path(meeting)}
      around={organ.placeAround(meeting, l, can(actor, organ.readsDraft))}
      document={document}
      said={said}
      frozen={frozen}
      untouched={!frozen || isUntouched({ sha256: frozen.sha256, hash }, signatures)}
      signers={signers}
      signatures={signatures}
      notes={notes}
      approveBy={addDays(meeting.heldOn, rules.minutes_days.value)}
      rules={rules}
      adjusters={rules[organ.adjusters]}
      mayWrite={can(actor, 'minutes.write')}
      reader={actor?.personId ?? 0}
      overtaken={form.overtaken && overtakenBy(form.overtaken, said)}
      typed={form.typed ?? {}}
      errors={form.errors ?? {}}
      done={c.req.query('klart')}
    />,
    status,
  )
}

function overtakenBy(
  { itemId, mine, beginning }: { itemId: number; mine: string; beginning: string },
  said: Map<number, SaidText>,
): Overtaken {
  const theirs = said.get(itemId)
  return {
    itemId,
    mine,
    theirs: theirs?.text ?? '',
    by: theirs?.writtenBy ?? '',
    at: theirs?.writtenAt ?? null,
    merged: mergeTexts(beginning, theirs?.text ?? '', mine),
  }
}
