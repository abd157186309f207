import type { Transaction } from 'kysely'
import type { Database } from '#database/tables.ts'
import type { Role } from '#domains/accounts/index.ts'
import type { Language } from '#platform/i18n.ts'
import type { ExampleText } from './rules.ts'

export interface ExampleSeed {
  code: string
  year: number
  figures: string[]
  /** Words of the shared list. */
  subjects: string[]
  criteria: number[]
  sdgs: number[]
  publishedOn: string
  sv?: ExampleText
  en?: ExampleText
  links?: [label: string, address: string][]
  /** The title of the example that it was learned from. */
  after?: string
}

type OurSeed = ExampleSeed & { sv: ExampleText }

/** Examples of members of the demonstration. Every story, sum and result is made up. */
export async function demonstrateGoodExamples(trx: Transaction<Database>): Promise<void> {
  const ids = await saveExamples(trx, [...examples, draft, ...followers, commented])
  await demonstrateComments(trx, ids)
}

/** Writes made-up examples; gives back their ids by the first title of each. */
export async function saveExamples(
  trx: Transaction<Database>,
  seeds: ExampleSeed[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>()
  for (const seed of seeds) {
    const published = seed.publishedOn ? new Date(`${seed.publishedOn}T09:00:00Z`) : null
    const { id } = await trx
      .insertInto('good_example')
      .values({
        organisation_code: seed.code,
        state: published ? 'published' : 'draft',
        year: seed.year,
        criteria: seed.criteria,
        sdgs: seed.sdgs,
        contact_id: await findAskable(trx, seed.code),
        published_at: published,
        made_up: true,
        written_by: null,
        ...(published ? { created_at: published, updated_at: published } : {}),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set((seed.sv ?? seed.en)?.title ?? '', id)
    const texts: [Language, ExampleText | undefined][] = [
      ['sv', seed.sv],
      ['en', seed.en],
    ]
    for (const [language, text] of texts) {
      if (text) {
        await trx
          .insertInto('good_example_text')
          .values({ example_id: id, language, ...text })
          .execute()
      }
    }
    if (seed.figures.length > 0) {
      await trx
        .insertInto('good_example_figure')
        .values(seed.figures.map((figure) => ({ example_id: id, key_figure_id: figure })))
        .execute()
    }
    await trx
      .insertInto('good_example_subject')
      .values(seed.subjects.map((subject_id) => ({ example_id: id, subject_id })))
      .execute()
    const after = seed.after && ids.get(seed.after)
    if (after) {
      await trx
        .insertInto('good_example_kin')
        .values({ example_id: id, after_id: after, said_by: null })
        .execute()
    }
    for (const [ordinal, [label, address]] of (seed.links ?? []).entries()) {
      await trx.insertInto('good_example_link').values({ example_id: id, ordinal, label, address }).execute()
    }
  }
  return ids
}

/** Two drafts wait: one for what a colleague of Falkenberg says, one for Falkenberg to deal with what is said of it. */
async function demonstrateComments(trx: Transaction<Database>, ids: Map<string, number>): Promise<void> {
  const holder = async (code: string, role: Role) => {
    const found = await trx
      .selectFrom('appointment')
      .where('organisation_code', '=', code)
      .where('role', '=', role)
      .where('until', 'is', null)
      .select('person_id')
      .orderBy('id')
      .executeTakeFirst()
    return found?.person_id
  }
  const [falkenberg, helsingborg, delegate] = await Promise.all([
    holder('1382', 'member-user'),
    holder('1283', 'member-user'),
    holder('1283', 'delegate'),
  ])
  const [theirs, ours] = [ids.get(commented.sv.title), ids.get(draft.sv.title)]
  if (!falkenberg || !helsingborg || !theirs || !ours) return
  const asked_at = new Date('2026-11-18T09:00:00Z')
  const answered_at = new Date('2026-11-20T13:30:00Z')
  await trx
    .insertInto('good_example_peer')
    .values([
      { example_id: theirs, person_id: falkenberg, asked_by: helsingborg, asked_at, answered_at: null },
      { example_id: ours, person_id: helsingborg, asked_by: falkenberg, asked_at, answered_at },
      ...(delegate && delegate !== helsingborg
        ? [{ example_id: ours, person_id: delegate, asked_by: falkenberg, asked_at, answered_at: null }]
        : []),
    ])
    .execute()
  await trx
    .insertInto('good_example_comment')
    .values({
      example_id: ours,
      part: 'problem',
      body: 'Hur visste ni att det var sportsaker? Vi skulle vilja se hur ni mätte grovavfallet.',
      written_by: helsingborg,
      written_at: answered_at,
      dealt_with_at: null,
      dealt_with_by: null,
    })
    .execute()
}

/** The first person of an organisation who lets everyone see the card and wants to be asked. */
async function findAskable(trx: Transaction<Database>, code: string): Promise<number | null> {
  const found = await trx
    .selectFrom('appointment as a')
    .innerJoin('contact_card as c', 'c.person_id', 'a.person_id')
    .where('a.organisation_code', '=', code)
    .where('a.until', 'is', null)
    .where('c.shown_to', '=', 'everyone')
    .where('c.may_be_asked', '=', true)
    .select('a.person_id')
    .orderBy('a.id')
    .executeTakeFirst()
  return found?.person_id ?? null
}

const examples: ExampleSeed[] = [
  {
    code: '1382',
    year: 2019,
    figures: ['10a', '10b'],
    subjects: ['transporter', 'klimat'],
    criteria: [1],
    sdgs: [11, 13],
    publishedOn: '2025-03-11',
    sv: {
      title: 'Bilpoolen som ersatte den egna bilen i tjänsten',
      summary:
        'Falkenberg samlade alla tjänstebilar i en pool med elbilar och elcyklar. Resorna med egen bil i tjänsten minskade med tre fjärdedelar på två år.',
      problem:
        'Var fjärde resa i tjänsten gjordes med egen, fossildriven bil. Ingen visste riktigt vad resorna kostade, och förvaltningarnas egna bilar stod stilla större delen av dagen.',
      action:
        'Vi lade ihop förvaltningarnas 64 bilar till en gemensam pool på sju platser och bytte dem mot 41 elbilar och 30 elcyklar. Bokningen visar cykeln först när resan är kortare än fem kilometer. Ersättningen för egen bil togs bort där poolen räcker till.',
      cost: 'Laddplatser och bokningssystem 2,1 miljoner kronor. Driften är 0,9 miljoner kronor billigare om året än förut.',
      duration: '14 månader från beslut till att alla platser var igång.',
      result:
        'Körda mil med egen bil i tjänsten minskade från 31 000 till 7 800 om året. En bil i poolen används nu 5,2 timmar om dagen, mot 1,9 förut.',
      differently:
        'Vi borde ha börjat med hemtjänstens scheman. De har helt andra tider, och vi fick bygga om bokningen efter ett halvår.',
    },
    en: {
      title: 'The car pool that replaced private cars at work',
      summary:
        'Falkenberg gathered all work cars in one pool of electric cars and bicycles. Trips by private car at work fell by three quarters in two years.',
      problem:
        'Every fourth trip at work was made by a private car on fossil fuel. Nobody knew what the trips cost, and the departments’ own cars stood still for most of the day.',
      action:
        'We put the 64 cars of the departments into one pool at seven places and replaced them with 41 electric cars and 30 electric bicycles. When a trip is shorter than five kilometres, the booking shows the bicycle first. We no longer pay for private cars where the pool is enough.',
      cost: 'Charging points and booking system SEK 2.1 million. Running it costs SEK 0.9 million a year less than before.',
      duration: '14 months from the decision until every place was running.',
      result:
        'Driving by private car at work fell from 310,000 to 78,000 kilometres a year. A car of the pool is used 5.2 hours a day, against 1.9 before.',
      differently:
        'We should have begun with the schedules of home care. Their hours are quite different, and we had to rebuild the booking after half a year.',
    },
  },
  {
    code: '1283',
    year: 2018,
    figures: ['7'],
    subjects: ['avfall'],
    criteria: [1, 2],
    sdgs: [11, 12],
    publishedOn: '2025-04-02',
    sv: {
      title: 'Återbruksgatan i stället för en ny återvinningscentral',
      summary:
        'Helsingborg lät invånarna lämna och hämta saker på samma plats. En fjärdedel av det som lämnas får ett nytt hem.',
      problem:
        'Återvinningscentralen var full och köerna nådde ut på vägen. Fullt användbara möbler och verktyg hamnade i containern för brännbart.',
      action:
        'Vi byggde om infarten till en gata med sju stationer där personal tar emot möbler, byggmaterial, cyklar, leksaker och verktyg innan bilen når containrarna. Tre föreningar driver varsin butik längs gatan.',
      cost: 'Ombyggnad 4,6 miljoner kronor, mot 19 miljoner för en ny central. Två heltidstjänster.',
      duration: 'Två år, varav ett för avtalen med föreningarna.',
      result:
        'Grovavfallet minskade med 22 kg per invånare på tre år. 26 procent av det som lämnas säljs vidare eller skänks bort.',
      differently:
        'Öppettiderna måste vara desamma för butikerna och centralen från första dagen. Det första halvåret stod saker ute i regnet.',
    },
    en: {
      title: 'A street for reuse instead of another recycling centre',
      summary:
        'Helsingborg lets people leave and fetch things in one place. A quarter of what is left finds a new home.',
      problem:
        'The recycling centre was full and the queues reached the road. Furniture and tools in good order ended up in the container for burning.',
      action:
        'We rebuilt the way in as a street with seven stations where staff take furniture, building material, bicycles, toys and tools before the car reaches the containers. Three associations each run a shop along the street.',
      cost: 'Rebuilding SEK 4.6 million, against 19 million for another centre. Two full posts.',
      duration: 'Two years, one of them for the agreements with the associations.',
      result:
        'Bulky waste fell by 22 kg a person in three years. 26 per cent of what is left is sold or given away.',
      differently:
        'Shops and centre must have the same opening hours from the first day. For half a year things stood out in the rain.',
    },
  },
  {
    code: '0880',
    year: 2016,
    figures: ['8b', '8a'],
    subjects: ['avlopp-slam', 'kemikalier'],
    criteria: [1, 2],
    sdgs: [6, 12],
    publishedOn: '2025-05-20',
    sv: {
      title: 'Så spårade vi kadmium uppströms',
      summary:
        'Kalmar tog prover i brunnarna, inte bara i verket. Två fordonstvättar stod för nästan hälften av kadmiet i slammet.',
      problem:
        'Slammet klarade inte gränsen för att spridas på åkermark. Vi visste hur mycket kadmium som kom in, men inte varifrån.',
      action:
        'Vi satte provtagare i 18 brunnar under ett år och flyttade dem uppströms varje gång ett värde var högt. De verksamheter som vi kom fram till fick hjälp att byta tvättmedel och sätta in oljeavskiljare.',
      cost: 'Provtagning och analyser 640 000 kronor. En halv tjänst i två år.',
      duration: 'Ett år av prover, därefter ett år av tillsyn.',
      result:
        'Kadmium i slammet sjönk från 1,1 till 0,6 mg per kg torrsubstans. Slammet är certifierat sedan 2018.',
      differently:
        'Vi borde ha bjudit in företagen innan vi började mäta. Nu kom frågan som en kontroll, och de två första samtalen blev onödigt hårda.',
    },
    links: [['Revaq, certifiering av slam (Svenskt Vatten)', 'https://www.svensktvatten.se/']],
  },
  {
    code: '1080',
    year: 2020,
    figures: ['11', '10-2023'],
    subjects: ['mat', 'upphandling'],
    criteria: [2, 3],
    sdgs: [2, 12],
    publishedOn: '2025-09-16',
    sv: {
      title: 'Ekologisk mat för samma pengar',
      summary:
        'Karlskronas kök minskade matsvinnet först och köpte ekologiskt för det som blev över. Livsmedelsbudgeten är oförändrad.',
      problem:
        'Målet var 50 procent ekologiskt, men varje försök stannade vid priset. Samtidigt slängdes 84 gram mat per portion.',
      action:
        'Alla 46 kök väger svinnet två veckor varje termin. Köken får behålla det som de sparar, om de köper ekologiskt för pengarna. Matsedeln planeras efter säsong, och två dagar i veckan är vegetariska.',
      cost: 'Vågar 120 000 kronor. Fyra timmars utbildning för varje kock.',
      duration: 'Tre terminer innan alla kök var med.',
      result:
        'Svinnet minskade från 84 till 51 gram per portion. Andelen ekologiskt ökade från 27 till 46 procent utan dyrare portioner.',
      differently:
        'Förskolorna behöver en egen metod. Deras portioner är så små att vågen visade slump i början.',
    },
    en: {
      title: 'Organic food for the same money',
      summary:
        'The kitchens of Karlskrona first cut food waste and bought organic for what was left over. The food budget is unchanged.',
      problem:
        'The target was 50 per cent organic, but every attempt ended at the price. Meanwhile 84 grams of food a portion were thrown away.',
      action:
        'All 46 kitchens weigh their waste for two weeks each term. They keep what they save if they buy organic for it. Menus follow the season, and two days a week are vegetarian.',
      cost: 'Scales SEK 120,000. Four hours of training for each cook.',
      duration: 'Three terms until every kitchen took part.',
      result:
        'Waste fell from 84 to 51 grams a portion. The organic share rose from 27 to 46 per cent at the same cost a portion.',
      differently:
        'Preschools need a method of their own. Their portions are so small that the scales showed chance at first.',
    },
  },
  {
    code: '2480',
    year: 2017,
    figures: ['cykelvag', 'bilar-per-1000', 'utslapp-transporter'],
    subjects: ['transporter', 'folkhalsa'],
    criteria: [1, 3],
    sdgs: [3, 11, 13],
    publishedOn: '2025-10-07',
    sv: {
      title: 'Vi plogar cykelbanan före bilvägen',
      summary:
        'Umeå bytte ordning på snöröjningen. Antalet vintercyklister ökade med en tredjedel, och fallolyckorna blev färre.',
      problem:
        'Cyklandet halverades i november och kom inte tillbaka förrän i april. De flesta som skadades i halka var gående och cyklister, men vägarna för bilar röjdes först.',
      action:
        'Två stråk sopsaltas före klockan sex varje morgon. Därefter röjs skolvägar och hållplatser, och sist bostadsgatorna. En karta visar när varje sträcka röjdes senast.',
      cost: 'Två sopsaltare 3,8 miljoner kronor. Driften kostar 0,4 miljoner kronor mer om året.',
      duration: 'Beslut i maj, ny ordning från den första snön.',
      result:
        'Antalet cyklister i januari ökade med 34 procent på tre vintrar. Fallolyckor som krävde vård minskade med 18 procent.',
      differently:
        'Berätta tidigare för dem som bor längs bostadsgatorna. De flesta klagomålen kom innan någon hade förklarat varför.',
    },
  },
  {
    code: '1490',
    year: 2015,
    figures: ['9', 'utslapp-el-fjarrvarme'],
    subjects: ['energi', 'byggande'],
    criteria: [1],
    sdgs: [7, 13],
    publishedOn: '2025-11-18',
    sv: {
      title: 'En energiingenjör som betalar sig själv',
      summary:
        'Borås anställde en ingenjör vars lön är vad huset sparar. Efter två år hade de kommunala lokalerna sänkt energin med 17 procent.',
      problem:
        'Lokalerna hade tusentals inställningar som ingen hade rört på tio år. Varje investering prövades för sig, men driften ägdes av ingen.',
      action:
        'Ingenjören går igenom ett hus i veckan tillsammans med vaktmästaren: tider, temperaturer, läckande dörrar. Besparingen delas mellan lokalförvaltningen och verksamheten i huset.',
      cost: 'En tjänst, 760 000 kronor om året. Mätare 300 000 kronor.',
      duration: 'Sex månader innan den första besparingen syntes på räkningen.',
      result:
        'Energianvändningen i de 112 genomgångna husen minskade med 17 procent. Besparingen är 4,1 miljoner kronor om året.',
      differently:
        'Vi mätte inte inomhusklimatet från början. När någon frös kunde vi inte visa hur det hade varit förut.',
    },
    en: {
      title: 'An energy engineer who pays for the post',
      summary:
        'Borås hired an engineer whose salary is what the buildings save. After two years the municipal premises used 17 per cent less energy.',
      problem:
        'The buildings had thousands of settings that nobody had touched for ten years. Each investment was judged on its own, but nobody owned the running.',
      action:
        'The engineer goes through one building a week together with its caretaker: hours, temperatures, leaking doors. The saving is shared between the property office and those who use the building.',
      cost: 'One post, SEK 760,000 a year. Meters SEK 300,000.',
      duration: 'Six months until the first saving showed on the bill.',
      result: 'Energy use in the 112 buildings fell by 17 per cent. The saving is SEK 4.1 million a year.',
      differently:
        'We did not measure the indoor climate from the start. When somebody was cold we could not show how it had been before.',
    },
  },
  {
    code: '0980',
    year: 2014,
    figures: ['4'],
    subjects: ['jordbruk'],
    criteria: [2, 3],
    sdgs: [2, 15],
    publishedOn: '2026-01-22',
    sv: {
      title: 'Marken arrenderas ut till den som odlar ekologiskt',
      summary:
        'Gotland satte villkor för kommunens egen åkermark. Sex gårdar lade om, också på mark som de äger själva.',
      problem:
        'Regionen ägde 900 hektar åker utan någon tanke om hur den brukades. Arrendena förnyades år från år till samma pris.',
      action:
        'När arrendena löpte ut fick den som odlar ekologiskt tio års avtal och lägre avgift de två första åren, då skörden brukar vara mindre. En rådgivare följde varje gård under omläggningen.',
      cost: 'Lägre arrenden, 210 000 kronor om året i två år. Rådgivning 90 000 kronor om året.',
      duration: 'Fyra år, i takt med att avtalen gick ut.',
      result:
        '640 av 900 hektar odlas ekologiskt. De sex gårdarna har lagt om ytterligare 410 hektar egen mark.',
      differently:
        'Börja med de gårdar som redan är nyfikna. Vi började med den största marken, och den stod sedan ett år utan arrendator.',
    },
  },
  {
    code: '1880',
    year: 2021,
    figures: ['6'],
    subjects: ['biologisk-mangfald', 'fysisk-planering'],
    criteria: [3],
    sdgs: [11, 15],
    publishedOn: '2026-03-05',
    sv: {
      title: 'Ängar i stället för gräsmattor',
      summary:
        'Örebro slutade klippa var femte gräsyta. Skötseln blev billigare och antalet arter av vildbin ökade.',
      problem:
        'Stora gräsytor klipptes arton gånger om året utan att någon använde dem. Samtidigt minskade de vilda pollinatörerna i tätorten.',
      action:
        'Ekologen och driften valde ut 58 ytor tillsammans med boende. De slås en gång, i augusti, och höet tas bort. En klippt kant mot gångvägen visar att ängen är menad.',
      cost: 'En slåtterbalk 450 000 kronor. Skötseln är 300 000 kronor billigare om året.',
      duration: 'Två säsonger innan blomningen kom.',
      result:
        '46 hektar äng, mot två förut. Inventeringen 2025 fann 61 arter av vildbin, mot 37 fyra år tidigare.',
      differently: 'Skylta det första året, innan något syns. Då ser ytan mest glömd ut.',
    },
    en: {
      title: 'Meadows instead of lawns',
      summary:
        'Örebro stopped mowing every fifth lawn. Care became cheaper and the number of wild bee species rose.',
      problem:
        'Large lawns were mown eighteen times a year without anyone using them. Meanwhile the wild pollinators of the town declined.',
      action:
        'The ecologist and the maintenance staff chose 58 lawns together with residents. They are cut once, in August, and the hay is taken away. A mown edge along the path shows that the meadow is meant.',
      cost: 'A cutter bar SEK 450,000. Care costs SEK 300,000 a year less.',
      duration: 'Two seasons until the flowers came.',
      result:
        '46 hectares of meadow, against two before. The survey of 2025 found 61 species of wild bees, against 37 four years earlier.',
      differently:
        'Put up signs in the first year, before anything shows. The lawn then mostly looks forgotten.',
    },
  },
  {
    code: '1780',
    year: 2018,
    figures: ['2', '3'],
    subjects: ['kollektivtrafik', 'transporter'],
    criteria: [1],
    sdgs: [9, 11, 13],
    publishedOn: '2026-05-12',
    sv: {
      title: 'Bussen som går dit folk ska',
      summary:
        'Karlstad ritade om linjenätet efter mobildata i stället för efter gamla stråk. Resandet ökade med en femtedel.',
      problem:
        'Linjerna följde var folk bodde på åttiotalet. De nya arbetsplatserna vid sjukhuset låg två byten bort från halva staden.',
      action:
        'Med anonyma data om resor tog vi fram tolv vanliga par av start och mål. Nätet lades om så att nio av dem klaras utan byte. Tre linjer med få resande blev anropsstyrda.',
      cost: 'Analys 350 000 kronor. Trafiken kostar lika mycket som förut.',
      duration: 'Ett år av planering och en tidtabellsperiod.',
      result:
        'Resorna ökade från 78 till 94 per invånare och år. Nöjdheten bland pendlare gick från 61 till 74 procent.',
      differently:
        'Vi underskattade hur mycket äldre resenärer behövde veta om anropet. En broschyr hem till alla över 75 kom sex veckor för sent.',
    },
  },
  {
    code: '1281',
    year: 2022,
    figures: ['12'],
    subjects: ['skolor', 'delaktighet'],
    criteria: [4],
    sdgs: [4, 16],
    publishedOn: '2026-08-27',
    sv: {
      title: 'Elevrådet fick en klimatbudget',
      summary:
        'I Lund beslutar eleverna över 40 kronor per elev för skolans miljöarbete. Nitton skolor är nu certifierade.',
      problem:
        'Miljöarbetet hängde på enskilda lärare. När de bytte skola föll certifieringen, och eleverna såg inte att det de föreslog blev av.',
      action:
        'Varje skola avsätter pengar som elevrådet beslutar över. Förslagen ska ha ett mål som går att mäta, och vaktmästaren och köket sitter med på mötet. Resultatet redovisas för hela skolan i maj.',
      cost: '40 kronor per elev och år. Två dagars stöd till varje elevråd.',
      duration: 'Ett läsår per skola.',
      result:
        '19 av 31 skolor är certifierade, mot 8 före. 64 förslag är genomförda, det vanligaste mot matsvinn.',
      differently:
        'Låt elevrådet ha pengarna redan i augusti. Första året kom de i oktober, och då var halva läsåret planerat.',
    },
    en: {
      title: 'The pupils’ council got a climate budget',
      summary:
        'In Lund the pupils decide on SEK 40 a pupil for their school’s environmental work. Nineteen schools are now certified.',
      problem:
        'The work hung on single teachers. When they changed school the certificate lapsed, and the pupils did not see their proposals come true.',
      action:
        'Each school sets aside money that the pupils’ council decides on. A proposal must have a target that can be measured, and caretaker and kitchen sit in on the meeting. The result is presented to the whole school in May.',
      cost: 'SEK 40 a pupil a year. Two days of support for each council.',
      duration: 'One school year for each school.',
      result:
        '19 of 31 schools are certified, against 8 before. 64 proposals have been carried out, most often against food waste.',
      differently:
        'Give the council its money in August. In the first year it came in October, and half of the school year was planned by then.',
    },
  },
  {
    code: '2518',
    year: 2013,
    figures: ['5'],
    subjects: ['skog'],
    criteria: [3],
    sdgs: [12, 15],
    publishedOn: '2026-10-14',
    sv: {
      title: 'Kommunens skog som skyltfönster',
      summary:
        'Övertorneå certifierade sin egen skog och bjöd in grannarna. Fjorton privata skogsägare följde efter.',
      problem:
        'Kommunens skog sköttes av en entreprenör efter pris. Skogsägarna i bygden såg certifiering som något för stora bolag.',
      action:
        'Vi certifierade 1 900 hektar och märkte ut naturvärdena längs en slinga. Varje höst visar skogsförvaltaren vad som har avverkats, vad som lämnats och vad virket gav.',
      cost: 'Certifiering 80 000 kronor. Slingan 40 000 kronor.',
      duration: 'Åtta månader.',
      result:
        'All kommunal skog är certifierad. 14 privata ägare med tillsammans 5 200 hektar har certifierat sig i grupp.',
      differently: 'Ta med virkesköparna från början. Det var deras frågor som skogsägarna ville ha svar på.',
    },
  },
]

/** One that is not finished, for those who try the form. */
const draft: OurSeed = {
  code: '1382',
  year: 2023,
  figures: ['7'],
  subjects: ['avfall'],
  criteria: [2],
  sdgs: [12],
  publishedOn: '',
  sv: {
    title: 'Fritidsbanken lånar ut det som står i förrådet',
    summary: 'Sportutrustning lånas ut gratis i två veckor, till alla.',
    problem: 'Mycket av grovavfallet är sportsaker som har använts en enda säsong.',
    action: '',
    cost: '',
    duration: '',
    result: '',
    differently: '',
  },
}

/** Those who learned from the meadows of Örebro, so that the spread of an idea can be seen. */
const followers: ExampleSeed[] = [
  {
    code: '0580',
    year: 2022,
    figures: ['6'],
    subjects: ['biologisk-mangfald'],
    criteria: [3],
    sdgs: [11, 15],
    publishedOn: '2026-06-09',
    after: 'Ängar i stället för gräsmattor',
    sv: {
      title: 'Bostadsbolaget slår ängar med gårdarnas barn',
      summary:
        'Linköping lånade Örebros sätt att märka ut ängar och tog det till bostadsgårdarna. Skadegörelsen minskade när barnen fick vara med.',
      problem:
        'Gårdarnas gräsmattor var dyra att sköta och användes av få. Första försöket med äng klipptes ner av misstag av en entreprenör.',
      action:
        'Vi besökte Örebro, lånade deras skyltar och lät varje gård rösta om sin yta. Skolklasser slår ängen i augusti tillsammans med bolagets trädgårdsmästare.',
      cost: 'Skyltar och lieknivar 140 000 kronor. Skötseln är 110 000 kronor billigare om året.',
      duration: 'Fem månader från besöket till den första slåttern.',
      result: '17 gårdar har äng, mot ingen förut. Av 420 boende som svarade vill 78 procent ha kvar dem.',
      differently: 'Skriv in ängarna i entreprenörens avtal, med karta, innan ni sår.',
    },
  },
  {
    code: '2184',
    year: 2024,
    figures: ['6'],
    subjects: ['biologisk-mangfald', 'fysisk-planering'],
    criteria: [3],
    sdgs: [15],
    publishedOn: '2026-10-01',
    after: 'Bostadsbolaget slår ängar med gårdarnas barn',
    sv: {
      title: 'Vägkanterna blev kommunens längsta äng',
      summary:
        'Hudiksvall tog idén till vägkanterna. 38 kilometer slås sent och höet samlas in, och ogräset håller sig borta.',
      problem:
        'Vägkanterna slogs mitt i blomningen, och det avslagna låg kvar och gödde marken. Lupiner tog över.',
      action:
        'Efter ett samtal med Linköping ändrade vi slåttern till september, köpte en vagn som samlar upp och drog bort lupinerna för hand de två första åren.',
      cost: 'Uppsamlingsvagn 380 000 kronor, delad med grannkommunen. Driften är oförändrad.',
      duration: 'Två säsonger.',
      result: '38 kilometer vägkant slås sent. Inventeringen fann 24 växtarter per kilometer, mot 15 före.',
      differently: 'Börja med de magra kanterna. De feta behöver flera år innan något händer.',
    },
  },
]

/** A draft of Helsingborg that a colleague in Falkenberg is asked to comment on. */
const commented: OurSeed = {
  code: '1283',
  year: 2023,
  figures: ['10a'],
  subjects: ['transporter'],
  criteria: [1],
  sdgs: [11, 13],
  publishedOn: '',
  sv: {
    title: 'Tjänstecyklar med vinterdäck',
    summary: 'Helsingborg bytte hälften av sina korta bilresor i tjänsten mot elcykel, också i januari.',
    problem:
      'Sex av tio bilresor i tjänsten var kortare än fyra kilometer. Cyklarna stod stilla från november.',
    action:
      'Vi satte dubbdäck, vindskydd och torkrum på plats före första frosten, och lät varje arbetsplats välja en cykelvärd.',
    cost: '36 elcyklar 1,1 miljoner kronor. Torkrum 200 000 kronor.',
    duration: 'Åtta månader.',
    result:
      'Korta bilresor i tjänsten halverades. I januari gjordes 41 procent av dem med cykel, mot 3 förut.',
    differently: 'Köp färre modeller. Fyra sorters däck blev fyra sorters problem.',
  },
}
