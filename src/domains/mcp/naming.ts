import { z } from 'zod'
import { type Asked, Refusal } from '#domains/api/index.ts'
import { type KeyFigure, loadCatalogue } from '#domains/key-figures/index.ts'
import { type Organisation, organisationsNamed, searchOrganisations } from '#domains/members/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import { textsOf } from './texts.ts'

export const organisationNamed = z
  .string()
  .min(1)
  .max(100)
  .describe('A Swedish municipality or region by name or four-digit code, such as Falkenberg or 1382')
export const figureNamed = z
  .string()
  .min(1)
  .max(40)
  .describe('The id of a key figure, such as 1b; list_key_figures tells which there are')

/** How many names an answer suggests. */
const suggestions = 10

/** The one organisation that somebody means. Throws a refusal that tells whom it could be. */
export async function findOrganisation(asked: Asked, typed: string): Promise<Organisation> {
  const found = searchOrganisations(await organisationsNamed(asked, { typed: [typed] }), typed)
  const [one] = found
  if (one && found.length === 1) return one
  const say = textsOf(asked.l)
  const names = found.slice(0, suggestions).map(({ code, name }) => `${name} (${code})`)
  throw new Refusal('not-found', one ? say.several(typed, names) : say.noOrganisation(typed))
}

/** The key figure that somebody means. Throws a refusal that lists those there are. */
export async function findFigure(asked: Asked, id: string): Promise<KeyFigure> {
  const { byId } = await loadCatalogue(asked)
  const figure = byId.get(id) ?? byId.get(id.trim().toLowerCase())
  if (figure) return figure
  const known = [...byId.values()].map((one) => `${one.id} ${inLanguage(one.name, asked.l)}`)
  throw new Refusal('not-found', textsOf(asked.l).noFigure(id, known))
}
