import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import { association } from '#platform/association.ts'

const firstNames =
  'Anna Erik Maria Lars Karin Anders Eva Johan Kristina Per Sara Nils Lena Karl Malin Jonas Ingrid Mikael Åsa Björn Elin Göran Fatima Ali Birgitta Östen Sofia Håkan Amina Stefan Ulla Magnus Emma Tomas Märta Oskar Leila Henrik Gunilla Viktor Annika Mohammed Helena Daniel Susanne Arvid Nora Peter Yasmin Rolf'.split(
    ' ',
  )
const lastNames =
  'Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Pettersson Jonsson Jansson Hansson Bengtsson Jönsson Lindberg Jakobsson Magnusson Lindström Olofsson Lindqvist Lindgren Axelsson Berg Bergström Lundberg Lind Lundgren Lundqvist Mattsson Berglund Fredriksson Sandberg Henriksson Forsberg Sjöberg Wallin Engström Eklund Danielsson Lundin Håkansson Björk Bergman Gunnarsson Holm Wikström Samuelsson Isaksson Fransson Bergqvist Nyström Holmberg Arvidsson Löfgren Söderberg Nyberg Blomqvist Claesson Mårtensson Nordström Lundström Eliasson Pålsson Björklund Viklund Berggren Sandström Hassan Ahmed Öberg Åberg Ström Ekman Åkesson'.split(
    ' ',
  )

/** Which roles are filled in a member, and what the holders work as. */
const posts: { role: Role; titles: string[] }[] = [
  {
    role: 'contact-politician',
    titles: [
      'Kommunalråd',
      'Ordförande i miljönämnden',
      'Ledamot i kommunstyrelsen',
      'Ordförande i samhällsbyggnadsnämnden',
    ],
  },
  {
    role: 'contact-official',
    titles: ['Miljöstrateg', 'Hållbarhetschef', 'Miljöchef', 'Klimatstrateg', 'Utvecklingsledare'],
  },
  {
    role: 'reporter',
    titles: ['Miljöinspektör', 'Energi- och klimatrådgivare', 'Kvalitetscontroller', 'Miljöutredare'],
  },
  { role: 'invoice-recipient', titles: ['Ekonom', 'Ekonomiassistent', 'Administratör'] },
  {
    role: 'member-user',
    titles: ['VA-ingenjör', 'Kostchef', 'Trafikplanerare', 'Upphandlare', 'Ekolog', 'Avfallsingenjör'],
  },
  {
    role: 'member-user',
    titles: [
      'Planarkitekt',
      'Folkhälsostrateg',
      'Energiingenjör',
      'Skogsförvaltare',
      'Rektor',
      'Lantbruksrådgivare',
    ],
  },
]

/** Some seats stand empty, so that the secretariat has something to do. */
const isVacant = (memberIndex: number, post: number) =>
  (post === 0 && memberIndex % 23 === 7) ||
  (post === 2 && memberIndex % 9 === 4) ||
  (post === 3 && memberIndex % 5 === 3)

/** Somebody whom the demonstration makes up. */
export interface MadeUpPerson {
  name: string
  email: string
  title: string
  role: Role
  code: string
  since: string
}

/** What the people of a demonstration are made of. */
export interface Cast {
  firstNames: string[]
  lastNames: string[]
  /** Which roles are filled in a member, and what the holders work as. */
  posts: { role: Role; titles: string[] }[]
  /** The town of the first member: every role is filled there, for those who try the program. */
  firstTown: string
  /** What the addresses of the association end in. */
  domain: string
  further: MadeUpPerson[]
}

export const ourCast: Cast = {
  firstNames,
  lastNames,
  posts,
  firstTown: '1382',
  domain: 'sekom.example',
  further: [
    {
      name: 'Maj Sjögren',
      email: 'maj.sjogren@karlstad.example',
      title: 'Hållbarhetsstrateg',
      role: 'applicant',
      code: '1480',
      since: '2026-10-01',
    },
    {
      name: 'Torbjörn Åhlén',
      email: 'torbjorn.ahlen@helsingborg.example',
      title: 'Kommunalråd',
      role: 'delegate',
      code: '1283',
      since: '2026-03-01',
    },
    {
      name: 'Gerd Wallgren',
      email: 'gerd.wallgren@sekom.example',
      title: 'Förtroendevald revisor',
      role: 'auditor',
      code: association.code,
      since: '2026-04-28',
    },
    ...[
      ['Margareta Ståhl', 'Ordförande i valberedningen'],
      ['Yngve Backman', 'Valberedare'],
      ['Samira Haddad', 'Valberedare'],
    ].map(([name = '', title = '']) => ({
      name,
      email: `${plain(name)}@sekom.example`,
      title,
      role: 'nomination-committee' as const,
      code: association.code,
      since: '2026-04-28',
    })),
    {
      name: 'Nils Hedlund',
      email: 'nils.hedlund@sekom.example',
      title: 'Systemförvaltare',
      role: 'administrator',
      code: association.code,
      since: '2024-01-01',
    },
  ],
}

/**
 * People for every member: contact politician, contact official, reporter, invoice recipient and two member users,
 * some seats empty. The same every time; all addresses end in `.example`, which leads nowhere.
 */
export async function demonstratePeople(trx: Transaction<Database>, cast: Cast): Promise<void> {
  const { firstNames, lastNames, posts, firstTown, domain } = cast
  const names = { firstNames, lastNames }
  const members = await listMemberNames(trx)
  const people: MadeUpPerson[] = []
  const taken = new Set<string>()
  let turn = 0
  for (const [i, { code, name }] of members.entries()) {
    for (const [p, { role, titles }] of posts.entries()) {
      if (code !== firstTown && isVacant(i, p)) continue
      const person = nextName(names, turn, taken)
      turn += 1
      people.push({
        name: person,
        email: `${plain(person)}@${plain(name)}.example`,
        title: titles[(i + p) % titles.length] ?? '',
        role,
        code,
        since: p === 0 ? '2022-11-01' : `20${String(17 + ((i + p) % 9)).padStart(2, '0')}-03-01`,
      })
    }
  }
  people.push(...cast.further)
  const inserted = await trx
    .insertInto('person')
    .values(people.map(({ name, email, title }) => ({ name, email, title, phone: '', made_up: true })))
    .returning(['id', 'email'])
    .execute()
  const idOf = new Map(inserted.map(({ id, email }) => [email, id]))
  await sql`
    insert into seat (organisation_code, role)
    select distinct code, role from unnest(${people.map(({ code }) => code)}::text[], ${people.map(({ role }) => role)}::text[]) as s (code, role)
    on conflict do nothing`.execute(trx)
  await trx
    .insertInto('appointment')
    .values(
      people.map(({ email, role, code, since }) => ({
        person_id: idOf.get(email) ?? 0,
        organisation_code: code,
        role,
        since,
      })),
    )
    .execute()
  // Board, expert group and secretariat have addresses of the association.
  await sql`
    update person p set email = lower(translate(replace(p.name, ' ', '.'), 'åäöÅÄÖéü', 'aaoaaoeu')) || ${`@${domain}`}
    where p.email is null and p.made_up`.execute(trx)
}

async function listMemberNames(trx: Kysely<Database>): Promise<{ code: string; name: string }[]> {
  return trx
    .selectFrom('membership as m')
    .innerJoin('organisation as o', 'o.code', 'm.organisation_code')
    .where('m.until', 'is', null)
    .select(['o.code', 'o.name'])
    .distinct()
    .orderBy('o.code')
    .execute()
}

/** The next combination of names that nobody has yet. */
function nextName(
  { firstNames, lastNames }: Pick<Cast, 'firstNames' | 'lastNames'>,
  turn: number,
  taken: Set<string>,
): string {
  for (let shift = 0; ; shift += 1) {
    const first = firstNames[(turn * 7 + shift) % firstNames.length]
    const last = lastNames[(turn * 11 + Math.floor(turn / 50) * 3 + shift * 5) % lastNames.length]
    const name = `${first} ${last}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}

/** Lower-case letters, digits and dots, as in an address. */
function plain(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
}
