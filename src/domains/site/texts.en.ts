import { association } from '#platform/association.ts'
import type { sv } from './texts.sv.ts'

const words = {
  right: 'the right way',
  wrong: 'the wrong way',
  unchanged: 'unchanged',
  'too-few': 'too few values',
}

/** The pages about the association in English. */
export const en: typeof sv = {
  madeUp: 'made up',
  start: {
    title: association.name.en,
    description:
      'Is your municipality moving the right way? Follow twelve shared key figures for sustainability, year by year, and compare with municipalities like yours.',
    promise: 'Is your municipality moving the right way?',
    lead: 'See how your municipality does, year by year, and compare it with municipalities like it.',
    search: 'Find your municipality',
    searchHint: 'Type the name of a municipality or region, for example Falkenberg.',
    searchButton: 'Search',
    allOrganisations: 'Show all municipalities and regions',
    glanceTitle: 'The network now',
    glanceLead: 'The members’ mean in the twelve shared key figures, and which way it goes.',
    glanceMethod: 'How we calculate',
    newsTitle: 'News',
    allNews: 'All news',
    eventsTitle: 'Coming up',
    allEvents: 'All events',
    meanOf: (count, year) => `mean of ${count} values in ${year}`,
    fewValues: 'Fewer than three values, so there is no mean.',
    noValues: 'No values yet.',
    sparkline: (name) => `${name}: the members’ mean year by year`,
    words,
    loopsTitle: 'Three things we do together',
    loops: {
      follow: {
        title: 'We follow up',
        text: 'Twelve key figures show whether we move the right way. Every municipality and region in Sweden is in the comparison.',
        figures: 'The key figures',
        organisations: 'Municipalities and regions',
      },
      learn: {
        title: 'We learn from each other',
        text: 'See which municipalities are like yours, where you differ and which of them have improved.',
        compare: 'Compare municipalities',
        examples: 'Good examples',
        events: 'Seminars and meetings',
      },
      govern: {
        title: 'We decide together',
        text: 'The members run the association. They elect the board, set the fee and speak with one voice.',
        about: 'About the association',
        criteria: 'The four sustainability criteria',
      },
    },
    numbersTitle: 'The association in numbers',
    municipalities: 'Member municipalities',
    regions: 'Member regions',
    inhabitants: 'Inhabitants of the member municipalities',
    inhabitantsUnit: (share) => `${share} of the population of Sweden`,
    madeUpMembers: 'Who is a member is made up in this demonstration, except where it is known.',
  },
  about: {
    title: `About ${association.name.en}`,
    description:
      'What the association wants, what a member gets, how the association works and how a municipality joins.',
    lead: 'The eco-municipalities of Sweden: municipalities and regions that have joined forces, of their own free will, for a sustainable country.',
    vision: {
      title: 'What we want',
      paragraphs: [
        'We want a sustainable Sweden. Nature in balance is the foundation: without it neither the economy nor welfare will last.',
      ],
      criteria: 'Four criteria describe what sustainable means',
    },
    who: {
      title: 'Who we are',
      paragraphs: [
        'We are the world’s oldest network of municipalities for sustainable development. Politicians and officials meet here to exchange experience and learn from good examples.',
        'We follow up our work with shared key figures and try to influence those who decide in the country. The more of us there are, the better we are heard.',
      ],
      members: (municipalities, regions) =>
        `There are now ${municipalities} member municipalities and ${regions} member regions.`,
      madeUp: 'Some of the members in this demonstration are made up.',
      list: 'See the members',
      history: 'Read about our history since 1980',
    },
    gets: {
      title: 'What a member gets',
      items: [
        'A wide network of people who know the questions, and quick ways to spread information and get answers.',
        'Support in the work with the twelve key figures, and comparisons with others.',
        'Training, seminars and network meetings.',
        'A higher place for these questions on the municipality’s own agenda, since the decision to join is taken at its highest political level.',
      ],
      figures: 'See the key figures',
    },
    works: {
      title: 'How the association works',
      parts: [
        {
          term: 'The annual meeting',
          meaning:
            'Has the last word. It is held by May each year. The members examine the board’s work, elect a new board and set the fee. Contact persons and appointed delegates vote.',
        },
        {
          term: 'The board',
          meaning:
            'Nine politicians and three substitutes, from different parties and different parts of the country. The annual meeting elects them.',
        },
        {
          term: 'The expert group',
          meaning:
            'Officials whom the board appoints after the annual meeting. They advise, read applications and prepare material that every member can use.',
        },
        {
          term: 'The contact persons',
          meaning: 'Each member appoints two: a politician in a leading position and an official.',
        },
        {
          term: 'The secretariat',
          meaning:
            'Keeps the work together: a half-time coordinator in Karlskrona and a communicator at 30 per cent in Borås.',
        },
        {
          term: 'The fee',
          meaning:
            'The annual meeting sets it each year. About 2013 it was 4,000 kronor plus 0.30 kronor per inhabitant, counting at most 150,000 inhabitants.',
        },
      ],
      secretariat: 'Board, expert group and secretariat',
    },
    join: {
      title: 'How to become a member',
      steps: [
        'The council or the executive board of the municipality or region decides to apply. A member has adopted a programme for its sustainability work and works towards the four criteria.',
        'The decision is sent to the secretariat with the programme, or with other documents that show what you want to achieve.',
        'The expert group reads the application and gives the board a recommendation.',
        'The board decides at its next meeting.',
      ],
    },
    voices: {
      title: 'What members say',
      note: 'Retold from the association’s brochure of about 2013.',
      people: [
        {
          who: 'Falkenberg',
          role: 'member since the start in 1995',
          text: 'The energy company sells only eco-labelled energy, and an eight-storey low-energy house stands in the municipality. A plan for ecological sustainability was adopted in 2007. The network is open and gets things done: Falkenberg shows its work there and shares experience with 109 other municipalities and regions.',
        },
        {
          who: 'Helsingborg',
          role: 'Sweden’s best environmental municipality 2009',
          text: 'Membership made it easier to give the work a structure, and gave inspiration. Helsingborg also wants to be of help to municipalities in other countries.',
        },
      ],
    },
    international: 'Eco-municipalities in other countries',
    onwardTitle: 'Read on',
  },
  criteria: {
    title: 'The four sustainability criteria',
    description:
      'What sustainable means, in four criteria with examples from everyday municipal life and the key figures that measure them.',
    lead: 'The criteria describe a society that lasts. Members work towards them.',
    note: 'The explanations and examples are our own. Which key figure belongs to which criterion is also our reading, not a decision of the association.',
    contents: 'The criteria',
    number: (criterion) => `Criterion ${criterion}`,
    example: 'For example',
    figures: 'Key figures that show how it goes',
    noFigures: 'None of the shared key figures measures this criterion.',
    all: [
      {
        title: 'Substances from the bedrock',
        rule: 'Concentrations of substances from the Earth’s crust must not go on increasing in nature.',
        meaning:
          'Oil, coal, gas and metals have lain deep in the ground for millions of years. If we take them up faster than nature can bind them again, they gather in air, soil and water. That is why there is ever more carbon dioxide in the air, and why we find cadmium in the fields.',
        example:
          'The municipality replaces the oil boiler of a school with surplus heat, runs its buses on biogas and traces where the metals in the sewage come from.',
      },
      {
        title: 'Substances from society',
        rule: 'Concentrations of substances that society makes must not go on increasing in nature.',
        meaning:
          'We make substances that nature finds hard to break down, such as pesticides, flame retardants and plastics. If we release them faster than they disappear, even small amounts become too much in the end.',
        example:
          'The municipality buys organic food for the elderly, clears old soft plastic out of its preschools and sets requirements on chemicals in its procurement.',
      },
      {
        title: 'Room for nature',
        rule: 'Nature must not be pushed aside, piece by piece.',
        meaning:
          'Forests, wetlands and fields clean water, bind carbon and give us food. If we build over them, or take out more than grows, we lose what we live on.',
        example:
          'The municipality builds new homes on old car parks instead of farmland, protects the woods near the town and restores a wetland.',
      },
      {
        title: 'People’s conditions',
        rule: 'Society must not be arranged so that it obstructs people’s integrity, influence, competence, meaning or impartiality.',
        meaning:
          'This criterion is about obstacles that are built into the system and meet people again and again. It has five parts.',
        example: null,
      },
    ],
    conditionsTitle: 'Five conditions',
    conditions: [
      {
        title: 'Integrity',
        meaning: 'Not to be harmed, in body or mind, by the way society is arranged.',
        example: 'Streets are planned so that children can walk and cycle to school on their own.',
      },
      {
        title: 'Influence',
        meaning: 'To be able to take part in shaping the society one lives in.',
        example:
          'Those who live in a place have their say on the local plan in good time, and are told what became of their proposals.',
      },
      {
        title: 'Competence',
        meaning: 'To have the chance to learn and develop, throughout life.',
        example:
          'Sustainability is part of everyday life in preschool and school, and adults can study close to home.',
      },
      {
        title: 'Meaning',
        meaning: 'To understand why one does something, and to feel that it matters.',
        example:
          'The municipality shows openly where its emissions are heading and what each of us can contribute.',
      },
      {
        title: 'Impartiality',
        meaning: 'To be treated fairly, whoever one is and whomever one knows.',
        example:
          'The same rules hold for all who apply for a building permit or a grant, and the decisions can be understood.',
      },
    ],
  },
  history: {
    title: 'The history of the association',
    description:
      'From an idea in Suomussalmi, Finland, in 1980 to the key figures of today: the history year by year.',
    lead: 'It began in a Finnish municipality in 1980. Three years later the idea came to Sweden.',
    events: [
      {
        year: '1980',
        title: 'The idea is born in Suomussalmi',
        text: 'The thought of an eco-municipality takes shape in Suomussalmi, Finland.',
      },
      {
        year: '1983',
        title: 'Övertorneå is first in Sweden',
        text: 'The idea crosses the border to Övertorneå.',
      },
      {
        year: '1983–1995',
        title: 'A network grows',
        text: 'More municipalities want help with ecological planning and begin to meet. “Eco” first stands for ecology, but soon for economy too.',
      },
      {
        year: '1995',
        title: 'The association is formed',
        text: 'The municipalities form an association and set up a joint secretariat.',
      },
      {
        year: '2002',
        title: 'Twelve shared key figures',
        text: 'On 26 April the members decide on twelve key figures. They are to need little extra work, interest most members and be possible to influence in the municipality.',
      },
      {
        year: '2008',
        title: 'The world’s first international eco-municipality conference',
        text: 'It is held in Helsingborg. The association works with eco-municipalities and networks in other countries.',
      },
      { year: '2012', title: 'The key figures are reviewed', text: 'The twelve key figures are revised.' },
      {
        year: '2023',
        title: 'A new set of key figures',
        text: 'Greenhouse gases replace carbon dioxide in several figures, emissions inside and outside the EU trading system are kept apart, and solar cells come in.',
      },
    ],
    sourcesTitle: 'Where the facts come from',
    sources: [
      'The years 1980–2008: the association’s brochure of about 2013.',
      'The key figures of 2002, 2012 and 2023: the association’s public pages about the key figures.',
    ],
    figures: 'See the key figures',
  },
  secretariat: {
    title: 'The secretariat and the board',
    description: 'How to reach the secretariat, and who sits on the board and in the expert group.',
    lead: 'The secretariat answers questions about membership, the key figures and the web site.',
    contactTitle: 'Contact the secretariat',
    exampleTitle: 'Historical details',
    example:
      'The address, telephone number and e-mail address are those of the association’s brochure of about 2013. They are shown as an example and may no longer be in use.',
    address: 'Postal address',
    telephone: 'Telephone',
    email: 'E-mail',
    madeUpPeople: 'The people on this page are made up. The roles show how the association is organised.',
    groups: {
      'board-chair': 'Chair',
      'board-member': 'Members of the board',
      'board-substitute': 'Substitutes',
      'expert-group': 'The expert group',
      secretariat: 'The secretariat',
    },
    boardTitle: 'The board',
    boardLead:
      'Nine politicians and three substitutes from different parties and parts of the country. The annual meeting elects them.',
    boardDecisions: 'Decisions of the board',
    expertLead: 'Officials appointed by the board. They advise and read applications for membership.',
    nobody: 'Nobody is appointed at present.',
    homeOf: (name) => `from ${name}`,
  },
  failures: {
    choices: 'What there is',
    insteadTitle: 'Try one of these',
    start: 'The start page',
    organisations: 'All municipalities and regions',
    figures: 'All key figures',
    serverTitle: 'Something went wrong on our side',
    serverText:
      'The page could not be shown. The fault has been noted, and you did nothing wrong. Try again in a while.',
  },
}
