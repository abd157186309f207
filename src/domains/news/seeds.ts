import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import { keepFile } from '#platform/files/store/index.ts'
import type { NewsText } from './queries.ts'

export interface NewsSeed {
  slug: string
  /** `YYYY-MM-DD`; comes out in the morning. */
  day: string
  sv?: NewsText
  en?: NewsText
}

/** News of the demonstration association, a proposal and an issue of the magazine. All made up; one waits for its hour. */
export async function demonstrateNews(trx: Transaction<Database>): Promise<void> {
  await saveNews(trx, ours)
  await demonstrateProposal(trx)
  await demonstrateMagazine(trx)
}

/** Writes made-up news. */
export async function saveNews(trx: Transaction<Database>, seeds: NewsSeed[]): Promise<void> {
  for (const { slug, day, sv, en } of seeds) {
    const publishAt = new Date(`${day}T07:00:00Z`)
    const { id } = await trx
      .insertInto('news_item')
      .values({
        slug,
        publish_at: publishAt,
        created_at: publishAt,
        updated_at: publishAt,
        made_up: true,
        written_by: null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await trx
      .insertInto('news_text')
      .values([
        ...(sv ? [{ news_id: id, language: 'sv' as const, ...sv }] : []),
        ...(en ? [{ news_id: id, language: 'en' as const, ...en }] : []),
      ])
      .execute()
  }
}

async function demonstrateProposal(trx: Transaction<Database>): Promise<void> {
  await sql`
    insert into news_proposal (organisation_code, proposed_by, language, title, body, proposed_at, made_up)
    select organisation_code, person_id, 'sv', 'Skolköket har halverat svinnet',
      ${'Vi vägde tallrikarna i ett halvår och visade siffran på en tavla i matsalen. Nu slänger vi hälften så mycket.\n\n## Det här gjorde vi\n\n- vägde varje dag\n- lät eleverna välja portion själva\n- lagade det sista på beställning'},
      '2026-11-20T09:00:00Z', true
    from appointment where organisation_code = '1283' and role = 'delegate' and until is null order by id limit 1`.execute(
    trx,
  )
}

async function demonstrateMagazine(trx: Transaction<Database>): Promise<void> {
  const { id } = await trx
    .insertInto('magazine_issue')
    .values({
      ...issue,
      created_at: issue.publish_at,
      updated_at: issue.publish_at,
      made_up: true,
      written_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const [own, further] = articles
  await sql`
    insert into magazine_article (issue_id, ordinal, news_id, example_id, title, lead, body, byline)
    select ${id}::bigint, 1, null::bigint, null::bigint, ${own.title}, ${own.lead}, ${own.body}, ${own.byline}
    union all select ${id}, 2, id, null, '', '', '', '' from news_item where slug = 'sa-blev-angarna-billigare-an-grasmattorna'
    union all select ${id}, 3, null, min(id), '', '', '', '' from good_example where state = 'published' having min(id) is not null
    union all select ${id}, 4, null, null, ${further.title}, ${further.lead}, ${further.body}, ${further.byline}`.execute(
    trx,
  )
  const { default: sharp } = await import('sharp')
  const { data, info } = await sharp(Buffer.from(cover))
    .webp({ quality: 88 })
    .toBuffer({ resolveWithObject: true })
  const picture = await trx
    .insertInto('news_picture')
    .values({
      news_id: null,
      proposal_id: null,
      issue_id: id,
      is_lead: true,
      alt: 'Tecknat landskap: gröna kullar, en sjö och en låg sol',
      width: info.width,
      height: info.height,
      sha256: createHash('sha256').update(data).digest('hex'),
      uploaded_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { inside, outside } = await keepFile(trx, data)
  await trx
    .insertInto('news_picture_content')
    .values({ picture_id: picture.id, webp: inside, webp_sha256: outside })
    .execute()
}

const cover = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="675">
  <rect width="1200" height="675" fill="#f3e8c8"/><circle cx="860" cy="250" r="90" fill="#e6a04b"/>
  <path d="M0 380 Q300 250 620 360 T1200 320 V675 H0Z" fill="#5f9a7c"/>
  <path d="M0 470 Q420 400 1200 480 V560 H0Z" fill="#5aa0c8"/>
  <path d="M0 540 Q380 450 760 540 T1200 520 V675 H0Z" fill="#0f5c46"/></svg>`

const issue = {
  year: 2026,
  number: 2,
  language: 'sv',
  title: 'Mat, mark och mod',
  lead: 'Om kök som slänger mindre, gräs som får växa och politiker som vågar vänta på resultaten.',
  publish_at: new Date('2026-10-15T07:00:00Z'),
} as const

const articles = [
  {
    title: 'Mod är att vänta',
    lead: 'Tre kommunstyrelseordförande om beslut som märks först efter nästa val.',
    byline: 'Kansliet',
    body: 'Det tar fem år innan en äng ser ut som en äng. Den som beslutar om den sitter kanske inte kvar.\n\n## Mät tidigt, döm sent\n\nAlla tre säger samma sak: bestäm från början **vad** ni ska mäta och **när** ni får lov att bedöma det.\n\n> Vi lovade att inte utvärdera förrän efter tre somrar. Det löftet var det viktigaste i beslutet.\n\n1. Bestäm mått och år innan ni börjar.\n2. Berätta varje år hur det går, också när det går trögt.\n3. Låt den som vet bäst få frågan: se [kontakterna](/kontakter).',
  },
  {
    title: 'Så läser du nyckeltalen',
    lead: 'En enda siffra säger sällan något. Fem år gör det.',
    byline: 'Expertgruppen',
    body: 'Börja med om det går *åt rätt håll*, fortsätt med hur säkert det är, och jämför sist med dem som liknar er.\n\nLäs mer om [hur vi räknar](/nyckeltal/metod).',
  },
] as const

const ours: NewsSeed[] = [
  {
    slug: 'arsmotet-valde-ny-styrelse',
    day: '2026-04-29',
    sv: {
      title: 'Årsmötet valde ny styrelse',
      lead: 'Medlemmarna samlades i Borås och på skärm. Karin Åsberg från Falkenberg blev omvald till ordförande.',
      body: 'Årsmötet beslutade också att avgiften är oförändrad nästa år.\n\n## Det här ska styrelsen arbeta med\n\n- Nyckeltalen: fler ska rapportera alla tolv\n- Erfarenhetsutbyte: minst sex träffar om året\n- Påverkan: svara på remisser tillsammans\n\nHela styrelsen finns under [Kansliet](/om/kansliet).',
    },
    en: {
      title: 'The annual meeting elected a new board',
      lead: 'The members met in Borås and online. Karin Åsberg of Falkenberg was re-elected as chair.',
      body: 'The annual meeting also decided to leave the fee unchanged next year.\n\n## What the board will work with\n\n- Key figures: more members shall report all twelve\n- Exchange of experience: at least six meetings a year\n- Advocacy: answer consultations together\n\nThe whole board is on the page of the [secretariat](/en/om/kansliet).',
    },
  },
  {
    slug: 'sa-blev-angarna-billigare-an-grasmattorna',
    day: '2026-09-08',
    sv: {
      title: 'Så blev ängarna billigare än gräsmattorna',
      lead: 'Örebro har delat med sig av fem års erfarenheter av ängar i staden.',
      body: 'Fler än trettio kommuner följde seminariet i förra veckan. Den vanligaste frågan gällde skyltar.\n\n> Skylta det första året, innan något syns. Då ser ytan mest glömd ut.\n\nLäs hela berättelsen bland de [goda exemplen](/exempel?sok=ängar).',
    },
  },
  {
    slug: 'nu-oppnar-arets-rapportering',
    day: '2026-11-02',
    sv: {
      title: 'Nu öppnar årets rapportering',
      lead: 'Rapportörerna har fått ett mejl med en länk till sin egen lista. Svara senast 31 januari.',
      body: 'Nytt i år är att ni kan ladda ner listan som arbetsbok, fylla i den tillsammans och läsa in den igen. Ni ser varje ändring innan den sparas.\n\nHar ni frågor? Kom på [rapportörernas träff](/evenemang) den 3 december.',
    },
    en: {
      title: 'This year’s reporting opens',
      lead: 'The reporters have got a mail with a link to their own list. Answer by 31 January.',
      body: 'New this year: you can take the list out as a workbook, fill it in together and read it in again. You see every change before it is saved.\n\nQuestions? Come to the [reporters’ meeting](/en/evenemang) on 3 December.',
    },
  },
  {
    slug: 'varkonferensen-2027-halls-i-umea',
    day: '2026-11-19',
    sv: {
      title: 'Vårkonferensen 2027 hålls i Umeå',
      lead: 'Två dagar om transporter, mat och mod, den 20 och 21 april. Årsmötet hålls den andra dagen.',
      body: 'Umeå visar hur staden fick fler att cykla i januari, och vad det kostade. Programmet och anmälan finns bland [evenemangen](/evenemang).\n\nRes gärna med tåg. Nattåget från Göteborg och Stockholm kommer fram **i god tid** till första passet.',
    },
  },
  {
    slug: 'gott-nytt-ekoar',
    day: '2026-12-31',
    sv: {
      title: 'Gott nytt ekoår',
      lead: 'Kansliet tackar för i år och öppnar igen den 7 januari.',
      body: 'Tack till alla rapportörer, skribenter och deltagare.',
    },
  },
]
