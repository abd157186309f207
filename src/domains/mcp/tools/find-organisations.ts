import { z } from 'zod'
import { organisation, organisationItem } from '#domains/api/index.ts'
import { isMember, organisationDirectory, searchOrganisations } from '#domains/members/index.ts'
import { association } from '#platform/association.ts'
import { textsOf } from '../texts.ts'
import { inLanguage, tool } from '../tool.ts'

/** Which municipalities and regions there are, and which of them are members. */
export const findOrganisations = tool({
  name: 'find_organisations',
  title: 'Find municipalities and regions',
  description: `Finds Swedish municipalities and regions by name, part of a name or code, with population, county and whether they are members of ${association.name.sv}, the network of eco-municipalities. Without a name it lists all, members only if asked.`,
  input: z.object({
    name: z.string().max(100).optional().describe('A name, a part of one, or a four-digit code'),
    county: z
      .string()
      .regex(/^\d{2}$/)
      .optional()
      .describe('The two digits of a county, such as 13 for Halland'),
    members_only: z.boolean().default(false).describe('Only members of the network'),
    limit: z.number().int().min(1).max(311).default(20),
    ...inLanguage,
  }),
  output: z.object({ found: z.int(), organisations: z.array(organisation) }),
  run: async (asked, { name, county, members_only: membersOnly, limit }) => {
    const directory = await organisationDirectory(asked.db, asked.remember)
    const found = (name?.trim() ? searchOrganisations(directory, name) : directory.all).filter(
      (one) => (!county || one.countyCode === county) && (!membersOnly || isMember(one, asked.today)),
    )
    const organisations = found.slice(0, limit).map((one) => organisationItem(asked, one))
    const say = textsOf(asked.l)
    return {
      words: [
        say.found(found.length, organisations.length),
        ...organisations.map((one) => say.organisation(asked.l, one)),
      ],
      data: { found: found.length, organisations },
    }
  },
})
