import { type Locale, toldIn } from '#platform/i18n.ts'
import { OfficeList } from '#ui/components/office-list.tsx'
import { newsPaths } from '../paths.ts'
import type { NewsItem } from '../queries.ts'
import { stateOf } from '../rules.ts'
import { textsOf } from '../texts.ts'
import { StateTag } from './state-tag.tsx'

export interface OfficePageProps {
  l: Locale
  news: NewsItem[]
  /** Proposals that wait for an answer. */
  waiting: number
  now: Date
  done: string | undefined
}

/** Everything the secretariat has written, drafts first. */
export function OfficePage({ l, news, waiting, now, done }: OfficePageProps) {
  const texts = textsOf(l)
  const t = texts.office
  return (
    <OfficeList
      l={l}
      title={t.title}
      lead={t.lead}
      done={done && t.notices[done]}
      begin={{ href: l.href(newsPaths.begin), label: t.new }}
      none={t.none}
      heads={{ what: t.item, when: t.when, state: t.state }}
      rows={news.map((item) => ({
        id: item.id,
        title: toldIn(item.texts, l)?.text.title ?? '',
        href: l.href(newsPaths.edit(item.id)),
        madeUp: item.madeUp && texts.madeUp,
        when: item.publishAt ? l.moment(item.publishAt) : '–',
        state: <StateTag l={l} state={stateOf(item, now)} />,
      }))}
    >
      <a href={l.href(newsPaths.proposals)}>{t.proposals(waiting)}</a>
      <a href={l.href(newsPaths.issues)}>{texts.magazine.title}</a>
    </OfficeList>
  )
}
