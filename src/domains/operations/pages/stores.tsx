import type { Locale } from '#platform/i18n.ts'
import { type Definition, DefinitionList } from '#ui/components/definition-list.tsx'
import type { Report } from '../report.ts'
import { textsOf } from '../texts.ts'
import { agoText, sizeText } from '../words.ts'
import { PartSection } from './part.tsx'

/** When the last backup was made. */
export function Backups({ l, report, now, demo }: { l: Locale; report: Report; now: Date; demo: boolean }) {
  const t = textsOf(l).backups
  const {
    conditions,
    backups: { lastDone, lastFailedAt, failure },
  } = report
  const items: Definition[] = [
    ...(lastDone
      ? [
          { term: t.last, meaning: `${l.moment(lastDone.at)} (${agoText(l, lastDone.at, now)})` },
          { term: t.size, meaning: sizeText(l, lastDone.bytes) },
          { term: t.took, meaning: textsOf(l).seconds(l.number(lastDone.seconds)) },
        ]
      : []),
    ...(lastFailedAt ? [{ term: t.lastFailed, meaning: l.moment(lastFailedAt) }] : []),
    ...(failure ? [{ term: t.said, meaning: <span lang="en">{failure}</span> }] : []),
  ]
  return (
    <PartSection l={l} part="backups" condition={conditions.backups}>
      {!lastDone && (
        <p>
          {t.none} {demo && t.demo}
        </p>
      )}
      {items.length > 0 && <DefinitionList items={items} />}
    </PartSection>
  )
}

/** How much room there is, and for how long. */
export function Disk({ l, report, outside }: { l: Locale; report: Report; outside: boolean }) {
  const t = textsOf(l).disk
  const { disk, database, growth, daysLeft, measures, conditions } = report
  const [first, last] = [measures[0], measures.at(-1)]
  const days = first && last ? Math.round((Date.parse(last.day) - Date.parse(first.day)) / 86_400_000) : 0
  return (
    <PartSection l={l} part="disk" condition={conditions.disk}>
      {outside && <p>{t.outside}</p>}
      <DefinitionList
        items={[
          ...(disk
            ? [
                {
                  term: t.free,
                  meaning: t.freeOf(
                    sizeText(l, disk.freeBytes),
                    sizeText(l, disk.totalBytes),
                    l.percent(disk.freeBytes / Math.max(1, disk.totalBytes)),
                  ),
                },
              ]
            : []),
          { term: t.size, meaning: sizeText(l, database.bytes) },
          {
            term: t.growth,
            meaning:
              growth === null
                ? t.growthUnknown
                : `${t.perDay(sizeText(l, growth))}, ${t.over(l.number(days))}`,
          },
          ...(daysLeft === null ? [] : [{ term: t.daysLeft, meaning: t.days(l.number(daysLeft)) }]),
        ]}
      />
    </PartSection>
  )
}

/** What the database's server tells of itself. */
export function DatabasePart({ l, report }: { l: Locale; report: Report }) {
  const texts = textsOf(l)
  const t = texts.database
  const { database, conditions } = report
  const lagText = (seconds: number | null) =>
    seconds === null || seconds < 1 ? t.inStep : t.behind(l.number(seconds))
  const replicas = database.replicas.map(({ name, lagSeconds }) => `${name}: ${lagText(lagSeconds)}`)
  return (
    <PartSection l={l} part="database" condition={conditions.database}>
      <DefinitionList
        items={[
          { term: t.version, meaning: database.version },
          { term: t.migration, meaning: <span lang="en">{database.migration}</span> },
          {
            term: t.connections,
            meaning: t.connectionsOf(l.number(database.connections), l.number(database.mostConnections)),
          },
          { term: t.replicas, meaning: replicas.length > 0 ? l.list(replicas) : texts.none },
        ]}
      />
    </PartSection>
  )
}
