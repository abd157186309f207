import type { Locale } from '#platform/i18n.ts'
import { MadeUpBadge, Tag } from '#ui/components/tag.tsx'
import { countryName } from '../../countries.ts'
import { textsOf } from '../../texts.ts'
import type { Subscription } from '../queries.ts'
import { fetchedWhen } from './exchange.tsx'

/** Where everything on the page comes from: the network, its country, when it was fetched, where the originals are. */
export function Origin({ l, subscription }: { l: Locale; subscription: Subscription }) {
  const texts = textsOf(l)
  const { name, country, address, documents, madeUp } = subscription
  return (
    <>
      <p>
        <Tag tone="outline">{countryName(l, country)}</Tag> <a href={address}>{name}</a>{' '}
        {madeUp && (
          <>
            <MadeUpBadge label={texts.madeUp} /> {texts.from.madeUp}
          </>
        )}
      </p>
      <p class="subtle">{documents.map((one) => fetchedWhen(l, one)).join('. ')}.</p>
    </>
  )
}
