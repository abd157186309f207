import type { Database } from '#database/tables.ts'
import { accounts } from '#domains/accounts/domain.ts'
import { advocacy } from '#domains/advocacy/domain.ts'
import { api } from '#domains/api/domain.ts'
import { applications } from '#domains/applications/domain.ts'
import { catalogue } from '#domains/catalogue/domain.ts'
import { contacts } from '#domains/contacts/domain.ts'
import { events } from '#domains/events/domain.ts'
import { fees } from '#domains/fees/domain.ts'
import { following } from '#domains/following/domain.ts'
import { goodExamples } from '#domains/good-examples/domain.ts'
import { importing } from '#domains/importing/domain.ts'
import { keyFigures } from '#domains/key-figures/domain.ts'
import { kolada } from '#domains/kolada/domain.ts'
import { learnFrom } from '#domains/learn-from/domain.ts'
import { letters } from '#domains/letters/domain.ts'
import { mcp } from '#domains/mcp/domain.ts'
import { annualMeeting } from '#domains/meetings/annual/domain.ts'
import { board } from '#domains/meetings/board/domain.ts'
import { voting } from '#domains/meetings/voting/domain.ts'
import { members } from '#domains/members/domain.ts'
import { news } from '#domains/news/domain.ts'
import { openData } from '#domains/open-data/domain.ts'
import { operations } from '#domains/operations/domain.ts'
import { partners, partnersInside } from '#domains/partners/domain.ts'
import { questions } from '#domains/questions/domain.ts'
import { questionMail } from '#domains/questions/mail/domain.ts'
import { recalls } from '#domains/recalls/domain.ts'
import { reportOnce } from '#domains/report-once/domain.ts'
import { reporting } from '#domains/reporting/domain.ts'
import { representatives } from '#domains/representatives/domain.ts'
import { search } from '#domains/search/domain.ts'
import { site } from '#domains/site/domain.ts'
import { statutes } from '#domains/statutes/domain.ts'
import { yearlyReports } from '#domains/yearly-reports/domain.ts'
import { uses } from '#platform/association.ts'
import type { Domain } from '#platform/http/context.ts'

/** Every domain of the program, in the order of the menu; those who lean on others before those they lean on. */
export const domains: Domain<Database>[] = [
  yearlyReports,
  keyFigures,
  learnFrom,
  partners,
  partnersInside,
  goodExamples,
  advocacy,
  questionMail,
  questions,
  events,
  news,
  site,
  search,
  openData,
  board,
  contacts,
  letters,
  applications,
  fees,
  reporting,
  recalls,
  following,
  mcp,
  catalogue,
  reportOnce,
  api,
  operations,
  importing,
  ...(uses('kolada') ? [kolada] : []),
  representatives,
  annualMeeting,
  voting,
  statutes,
  members,
  accounts,
]
