import { Input, Select } from '#ui/components/field.tsx'

interface OrganisationChoiceProps
  extends Pick<Parameters<typeof Select>[0], 'id' | 'name' | 'value' | 'error'> {
  texts: { organisation: string; organisationCode: string }
  /** Those to choose from; with none, in a large association, the code is typed. */
  organisations: { code: string; name: string }[]
  /** What else can be chosen, before the organisations. */
  first?: { value: string; label: string }[]
}

/** One organisation, from a list or by its code. */
export function OrganisationChoice({ texts, organisations, first = [], ...field }: OrganisationChoiceProps) {
  if (organisations.length === 0) {
    return <Input {...field} label={texts.organisationCode} autocomplete="off" />
  }
  const options = organisations.map(({ code, name }) => ({ value: code, label: name }))
  return <Select {...field} label={texts.organisation} options={[...first, ...options]} />
}
