import { listFigures } from '#domains/key-figures/index.ts'
import { inLanguage } from '#platform/i18n.ts'
import type { Content } from '../content.ts'
import { wholeContent } from './whole.ts'

/** What every key figure means. */
export const figures: Content = wholeContent(
  {
    name: 'definitioner',
    columns: [
      { key: 'id', type: 'string', required: true },
      { key: 'set', type: 'string', required: true },
      { key: 'number', type: 'string' },
      { key: 'name', type: 'string', required: true },
      { key: 'explanation', type: 'string', required: true },
      { key: 'unit', type: 'string', required: true },
      { key: 'decimals', type: 'integer', required: true },
      { key: 'direction', type: 'string', required: true, words: 'direction' },
      { key: 'scope', type: 'string', required: true, words: 'scope' },
      { key: 'numerator', type: 'string' },
      { key: 'denominator', type: 'string' },
      { key: 'producer', type: 'string', required: true },
      { key: 'collection', type: 'string', required: true, words: 'collection' },
      { key: 'plausible_min', type: 'number' },
      { key: 'plausible_max', type: 'number' },
      { key: 'target_value', type: 'number' },
      { key: 'target_year', type: 'gYear' },
      { key: 'target_by', type: 'string' },
      { key: 'criteria', type: 'string' },
      { key: 'sdgs', type: 'string' },
      { key: 'replaces', type: 'string' },
      { key: 'values_note', type: 'string' },
      { key: 'owner', type: 'string', refersTo: 'organisationer' },
    ],
    key: ['id'],
  },
  async ({ db, locale }) => {
    const say = (text: { sv: string; en: string } | null) => (text ? inLanguage(text, locale) : null)
    return (await listFigures(db)).map((figure) => [
      figure.id,
      figure.setId,
      figure.number || null,
      say(figure.name),
      say(figure.explanation),
      say(figure.unit),
      figure.decimals,
      figure.direction,
      figure.scope,
      say(figure.numerator),
      say(figure.denominator),
      say(figure.producer),
      figure.reportedBy,
      figure.plausible.min,
      figure.plausible.max,
      figure.target?.value ?? null,
      figure.target?.year ?? null,
      say(figure.target?.by ?? null),
      figure.criteria.join(' ') || null,
      figure.sdgs.join(' ') || null,
      figure.replaces.join(' ') || null,
      say(figure.valuesNote),
      figure.own?.code ?? null,
    ])
  },
)
