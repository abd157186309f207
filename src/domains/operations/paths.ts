/** Addresses of this house, without the language. */
export const operationsPaths = {
  front: '/kansli/drift',
  runJob: <Name extends string>(name: Name) => `/kansli/drift/jobb/${name}` as const,
  sendMail: <Id extends string | number>(id: Id) => `/kansli/drift/mejl/${id}/skicka` as const,
  leaveMail: <Id extends string | number>(id: Id) => `/kansli/drift/mejl/${id}/lat-vara` as const,
}
