/** Addresses of this house, without the language. */
export const eventPaths = {
  list: '/evenemang',
  calendar: '/evenemang.ics',
  event: <Id extends string | number>(id: Id) => `/evenemang/${id}` as const,
  eventCalendar: <Id extends string | number>(id: Id) => `/evenemang/${id}.ics` as const,
  office: '/kansli/evenemang',
  begin: '/kansli/evenemang/nytt',
  edit: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}` as const,
  series: '/kansli/evenemang/serier',
  editSeries: <Id extends string>(id: Id) => `/kansli/evenemang/serier/${id}` as const,
  publish: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/publicera` as const,
  cancel: <Id extends string | number>(id: Id) => `/kansli/evenemang/${id}/stall-in` as const,
}
