/** Addresses of registration, without the language. */
export const registrationPaths = {
  register: <Id extends string | number>(id: Id) => `/evenemang/${id}/anmalan` as const,
  guest: <Id extends string | number>(id: Id) => `/evenemang/${id}/anmalan/gast` as const,
  asGuest: <Id extends string | number, Token extends string>(id: Id, token: Token) =>
    `/evenemang/${id}/anmalan/gast/${token}` as const,
  own: <Code extends string>(code: Code) => `/evenemang/anmalan/${code}` as const,
  ownCalendar: <Code extends string>(code: Code) => `/evenemang/anmalan/${code}/kalender.ics` as const,
  change: <Code extends string>(code: Code) => `/evenemang/anmalan/${code}/andra` as const,
  cancel: <Code extends string>(code: Code) => `/evenemang/anmalan/${code}/avboka` as const,
  forget: <Code extends string>(code: Code) => `/evenemang/anmalan/${code}/radera` as const,
  mine: '/mina-sidor/evenemang',
  renewFeed: '/mina-sidor/evenemang/ny-adress',
  feed: <File extends string>(file: File) => `/evenemang/mina/${file}` as const,
  participants: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/anmalda` as const,
  table: <Id extends string | number, File extends string>(id: Id, file: File) =>
    `/kansli/evenemang/${id}/anmalda/${file}` as const,
  add: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/anmalda/lagg-till` as const,
  givePlace: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/anmalda/ge-plats` as const,
  cancelFor: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/anmalda/avboka` as const,
  invoice: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/anmalda/fakturera` as const,
  questions: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/fragor` as const,
  removeQuestion: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/fragor/ta-bort` as const,
}
