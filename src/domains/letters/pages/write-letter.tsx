import { memberRoles, roleName, roles } from '#domains/accounts/index.ts'
import type { Locale } from '#platform/i18n.ts'
import { Boxes } from '#ui/components/boxes.tsx'
import { Breadcrumbs } from '#ui/components/breadcrumbs.tsx'
import { Button } from '#ui/components/button.tsx'
import { Details } from '#ui/components/details.tsx'
import { ErrorSummary } from '#ui/components/error-summary.tsx'
import { Checkbox, Input, Select } from '#ui/components/field.tsx'
import { Once } from '#ui/components/once.tsx'
import { PageHeader } from '#ui/components/page-header.tsx'
import { Textarea } from '#ui/components/textarea.tsx'
import type { LetterText } from '../letter-queries.ts'
import { letterPaths } from '../paths.ts'
import { letterKinds } from '../rules.ts'
import { textsOf } from '../texts.ts'

export interface WriteLetterPageProps {
  l: Locale
  id: string
  title: string
  text: LetterText
  errors: Record<string, string>
  counties: { code: string; name: string }[]
}

/** The letter's text and its audience. */
export function WriteLetterPage({ l, id, title, text, errors, counties }: WriteLetterPageProps) {
  const texts = textsOf(l)
  const t = texts.edit
  const { audience } = text
  const error = (field: string) => errors[field] && (texts.errors[errors[field]] ?? errors[field])
  return (
    <div class="narrow">
      <ErrorSummary
        l={l}
        errors={Object.keys(errors).map((field) => ({ field, message: error(field) ?? '' }))}
      />
      <Breadcrumbs l={l} steps={[{ href: l.href(letterPaths.list), label: texts.list.title }]} />
      <PageHeader title={title} />
      <form class="flow" method="post" action={l.href(letterPaths.letter(id))} noValidate>
        <Once />
        <Select
          id="kind"
          name="kind"
          label={t.kind}
          hint={t.kindHint}
          value={text.kind}
          options={letterKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
        />
        <Input
          id="subject"
          name="subject"
          label={t.subject}
          value={text.subject}
          error={error('subject')}
          autocomplete="off"
        />
        <Textarea
          id="body"
          name="body"
          label={t.body}
          hint={t.bodyHint}
          rows={12}
          value={text.body}
          error={error('body')}
        />
        <h2>{t.who}</h2>
        <Boxes
          id="roles"
          name="roles"
          legend={t.roles}
          error={error('roles')}
          chosen={audience.roles}
          options={roles
            .filter((role) => role !== 'applicant')
            .map((role) => ({ value: role, label: roleName(role, l) }))}
        />
        <Select
          id="lacking"
          name="lacking"
          label={t.lacking}
          value={audience.lacking}
          options={[
            { value: '', label: t.anyone },
            ...memberRoles.map((role) => ({
              value: role,
              label: roleName(role, l).toLocaleLowerCase(l.language),
            })),
          ]}
        />
        <Boxes
          id="kinds"
          name="kinds"
          legend={t.kinds}
          chosen={audience.kinds}
          options={Object.entries(t.kindNames).map(([value, label]) => ({ value, label }))}
        />
        <Details summary={t.counties} open={audience.counties.length > 0}>
          <Boxes
            id="counties"
            name="counties"
            legend={t.counties}
            hint={t.countiesHint}
            chosen={audience.counties}
            options={counties.map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Details>
        <Input
          id="organisations"
          name="organisations"
          label={t.organisations}
          value={audience.organisations.join(' ')}
          autocomplete="off"
        />
        <Checkbox id="observers" name="observers" label={t.observers} checked={audience.observers} />
        <Button>{t.save}</Button>
      </form>
    </div>
  )
}
