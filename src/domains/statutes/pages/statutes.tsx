import { inLanguage, type Locale, otherLanguage } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { DataTable } from '#ui/components/data-table.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { statutesPaths } from '../paths.ts'
import type { Statutes } from '../queries.ts'
import { ruleWords } from '../rule-words.ts'
import { type RuleName, rulesSchema } from '../schema.ts'
import { textsOf } from '../texts.ts'

export interface StatutesPageProps {
  l: Locale
  shown: Statutes
  /** The version in force today. */
  current: Statutes
  /** Every version with a day, the newest first. */
  versions: Statutes[]
  today: string
}

const ruleNames = rulesSchema.keyof().options

/** The statutes to read, what the program takes from them, and their versions. */
export function StatutesPage({ l, shown, current, versions, today }: StatutesPageProps) {
  const t = textsOf(l)
  const isCurrent = shown.id === current.id
  const told = otherLanguage(l.language, l)
  return (
    <>
      {isCurrent ? null : (
        <Breadcrumbs l={l} steps={[{ href: l.href(statutesPaths.current), label: t.title }]} />
      )}
      <PageHeader title={isCurrent ? t.title : titleOf(l, shown)} lead={t.lead} />
      <p class="subtle">
        <span lang={told}>{inLanguage(shown.adopted, l)}.</span> {validity(l, shown, versions, today)}
      </p>
      {isCurrent ? null : (
        <Notice>
          <p>
            {shown.inForceFrom !== null && shown.inForceFrom <= today ? `${t.older} ` : ''}
            <a href={l.href(statutesPaths.current)}>{t.current}</a>
          </p>
        </Notice>
      )}
      {shown.assumed ? (
        <Notice>
          <p>{t.assumed}</p>
        </Notice>
      ) : null}
      <nav aria-label={t.contents}>
        <ol>
          {shown.paragraphs.map(({ number, title_sv, title_en }) => (
            <li key={number}>
              <a href={`#paragraf-${number}`} lang={told}>
                {l.language === 'en' ? title_en : title_sv}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {shown.paragraphs.map(({ number, title_sv, title_en, text_sv, text_en }) => (
        <section key={number} lang={told} aria-labelledby={`paragraf-${number}`}>
          <h2 id={`paragraf-${number}`}>
            {t.paragraph(number)} {l.language === 'en' ? title_en : title_sv}
          </h2>
          <p>{l.language === 'en' ? text_en : text_sv}</p>
        </section>
      ))}
      <section aria-labelledby="regler">
        <h2 id="regler">{t.rulesTitle}</h2>
        <p>{t.rulesLead}</p>
        <DataTable<RuleName>
          l={l}
          id="programmets-regler"
          caption={t.rulesTitle}
          captionHidden
          columns={[
            { key: 'rule', head: t.rule, cell: (name) => t.rules[name], rowHead: true },
            { key: 'value', head: t.value, cell: (name) => ruleWords(l, shown.rules, name) },
            {
              key: 'where',
              head: t.where,
              cell: (name) => (
                <a href={`#paragraf-${shown.rules[name].paragraph}`}>
                  {t.paragraph(shown.rules[name].paragraph)}
                </a>
              ),
            },
          ]}
          rows={ruleNames}
          rowKey={(name) => name}
        />
      </section>
      <Versions l={l} versions={versions.filter(({ id }) => id !== shown.id)} />
    </>
  )
}

function Versions({ l, versions }: { l: Locale; versions: Statutes[] }) {
  if (versions.length === 0) return null
  return (
    <section aria-labelledby="versioner">
      <h2 id="versioner">{textsOf(l).versions}</h2>
      <ul>
        {versions.map((version) => (
          <li key={version.id}>
            <a href={l.href(statutesPaths.version(version.id))}>{titleOf(l, version)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The heading of a version. */
export function titleOf(l: Locale, { inForceFrom, id }: Statutes): string {
  const t = textsOf(l)
  return inForceFrom === null ? `${t.title} ${id}` : t.versionOf(l.date(inForceFrom))
}

function validity(l: Locale, { inForceFrom }: Statutes, versions: Statutes[], today: string): string {
  const t = textsOf(l)
  if (inForceFrom === null) return ''
  if (inForceFrom > today) return t.coming(l.date(inForceFrom))
  const next = versions.findLast((one) => one.inForceFrom !== null && one.inForceFrom > inForceFrom)
  const ended = next?.inForceFrom && next.inForceFrom <= today ? ` ${t.until(l.date(next.inForceFrom))}` : ''
  return t.since(l.date(inForceFrom)) + ended
}
