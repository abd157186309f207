/** Where a version of the API begins. */
export const root = (version: 'v2' | 'v3') => `/kolada/${version}`

/** What stands after the root, by kind of answer. `:ids`, `:kpi` and so on are comma lists. */
export const koladaPaths = {
  kpis: ['/kpi', '/kpi/:ids'],
  kpiGroups: ['/kpi_groups', '/kpi_groups/:ids'],
  places: ['/municipality', '/municipality/:ids'],
  placeGroups: ['/municipality_groups', '/municipality_groups/:ids'],
  ous: ['/ou', '/ou/:ids'],
  data: [
    '/data',
    '/data/kpi/:kpi/year/:year',
    '/data/kpi/:kpi/municipality/:municipality',
    '/data/kpi/:kpi/municipality/:municipality/year/:year',
    '/data/municipality/:municipality/year/:year',
  ],
  ouData: [
    '/oudata',
    '/oudata/kpi/:kpi/year/:year',
    '/oudata/kpi/:kpi/ou/:ou',
    '/oudata/kpi/:kpi/ou/:ou/year/:year',
    '/oudata/ou/:ou/year/:year',
    '/oudata/municipality/:municipality/year/:year',
  ],
}
