/** Addresses of this house, without the language. */
export const cataloguePaths = {
  office: '/kansli/nyckeltal',
  history: '/kansli/nyckeltal/historik',
  newSet: '/kansli/nyckeltal/ny-uppsattning',
  set: <Id extends string>(id: Id) => `/kansli/nyckeltal/uppsattning/${id}` as const,
  editSet: <Id extends string>(id: Id) => `/kansli/nyckeltal/uppsattning/${id}/andra` as const,
  numbers: <Id extends string>(id: Id) => `/kansli/nyckeltal/uppsattning/${id}/nummer` as const,
  newFigure: <Id extends string>(id: Id) => `/kansli/nyckeltal/uppsattning/${id}/nytt-nyckeltal` as const,
  figure: <Id extends string>(id: Id) => `/kansli/nyckeltal/tal/${id}` as const,
  newVersion: <Id extends string>(id: Id) => `/kansli/nyckeltal/tal/${id}/ny-version` as const,
  breaks: <Id extends string>(id: Id) => `/kansli/nyckeltal/tal/${id}/brott` as const,
  removeBreak: <Id extends string, Year extends string | number>(id: Id, year: Year) =>
    `/kansli/nyckeltal/tal/${id}/brott/${year}/ta-bort` as const,
  hide: <Id extends string>(id: Id) => `/kansli/nyckeltal/egna/${id}/dolj` as const,
  show: <Id extends string>(id: Id) => `/kansli/nyckeltal/egna/${id}/visa` as const,
  own: <Code extends string>(code: Code) => `/rapportera/${code}/egna` as const,
  newOwn: <Code extends string>(code: Code) => `/rapportera/${code}/egna/nytt` as const,
  ownFigure: <Code extends string, Id extends string>(code: Code, id: Id) =>
    `/rapportera/${code}/egna/${id}` as const,
  editOwn: <Code extends string, Id extends string>(code: Code, id: Id) =>
    `/rapportera/${code}/egna/${id}/andra` as const,
  value: <Code extends string, Id extends string>(code: Code, id: Id) =>
    `/rapportera/${code}/egna/${id}/varde` as const,
  invite: <Code extends string, Id extends string>(code: Code, id: Id) =>
    `/rapportera/${code}/egna/${id}/bjud-in` as const,
  move: <Code extends string, Id extends string>(code: Code, id: Id) =>
    `/rapportera/${code}/egna/${id}/svar` as const,
  archive: <Code extends string, Id extends string>(code: Code, id: Id) =>
    `/rapportera/${code}/egna/${id}/arkivera` as const,
}
