/** The parts of a profile that the association and the public count on. */
export const profileParts = [
  'organisation-number',
  'address',
  'email',
  'einvoice',
  'website',
  'presentation',
  'programme',
  'logo',
] as const
export type ProfilePart = (typeof profileParts)[number]

/** What a profile holds, as far as gaps are concerned. */
export interface ProfileFacts {
  organisationNumber: string | null
  address: string
  email: string
  einvoiceAddress: string
  website: string
  presentationSv: string
  programmeTitle: string
  hasLogo: boolean
}

/** What is still missing in a profile, in the order of the form. */
export function gapsIn(profile: ProfileFacts): ProfilePart[] {
  const filled: Record<ProfilePart, boolean> = {
    'organisation-number': Boolean(profile.organisationNumber),
    address: Boolean(profile.address),
    email: Boolean(profile.email),
    einvoice: Boolean(profile.einvoiceAddress),
    website: Boolean(profile.website),
    presentation: Boolean(profile.presentationSv),
    programme: Boolean(profile.programmeTitle),
    logo: profile.hasLogo,
  }
  return profileParts.filter((part) => !filled[part])
}

/** The paragraphs of a text that somebody typed: separated by empty lines. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}
