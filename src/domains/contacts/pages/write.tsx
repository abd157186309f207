import { type Typed, textIn } from '#platform/http/form.ts'
import type { Locale } from '#platform/i18n.ts'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Input } from '#ui/components/field.tsx'
import { Notice } from '#ui/components/notice.tsx'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import { contactPaths } from '../paths.ts'
import { messageLimits } from '../rules.ts'
import type { ContactCardView } from '../search-queries.ts'
import { textsOf } from '../texts.ts'

export interface WritePageProps {
  l: Locale
  recipients: ContactCardView[]
  typed: Typed
  errors: Record<string, string>
}

/** Write to one or several; who gets it stands above the form. */
export function WritePage({ l, recipients, typed, errors }: WritePageProps) {
  const texts = textsOf(l)
  const t = texts.write
  const error = (field: string) => errors[field] && (texts.errors[errors[field]] ?? errors[field])
  return (
    <div class="narrow">
      <ErrorSummary
        l={l}
        errors={Object.keys(errors).map((field) => ({ field, message: error(field) ?? '' }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href(contactPaths.search), label: texts.search.title }]} />
      <PageHeader title={t.title} lead={t.lead} />
      {recipients.length === 0 ? (
        <Notice tone="warning">
          <p id="till">{t.nobody}</p>
        </Notice>
      ) : (
        <form class="flow" method="post" action={l.href(contactPaths.write)} noValidate>
          <Once />
          <div id="till">
            <h2>{t.to}</h2>
            <ul>
              {recipients.map(({ personId, name, posts }) => (
                <li key={personId}>
                  {[name, posts[0]?.organisation].filter(Boolean).join(', ')}
                  <input type="hidden" name="till" value={personId} />
                </li>
              ))}
            </ul>
          </div>
          <p class="subtle">{t.limits(messageLimits.recipients, messageLimits.messagesADay)}</p>
          <Input
            id="subject"
            name="subject"
            label={t.subject}
            value={textIn(typed, 'subject')}
            error={error('subject')}
            autocomplete="off"
          />
          <Textarea
            id="body"
            name="body"
            label={t.body}
            rows={8}
            value={textIn(typed, 'body')}
            error={error('body')}
          />
          <Button>{t.send}</Button>
        </form>
      )}
    </div>
  )
}
