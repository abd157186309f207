/** Addresses of this house, without the language. */
export const representativePaths = {
  mine: '/mina-sidor',
  people: <Code extends string>(code: Code) => `/mina-sidor/personer/${code}` as const,
  endRole: <Code extends string, Id extends string | number>(code: Code, id: Id) =>
    `/mina-sidor/personer/${code}/avsluta/${id}` as const,
  inviteAgain: <Code extends string, Id extends string | number>(code: Code, id: Id) =>
    `/mina-sidor/personer/${code}/bjud-in-igen/${id}` as const,
  handover: <Id extends string | number>(seatId: Id) => `/mina-sidor/overlamning/${seatId}` as const,
  promises: <Id extends string | number>(seatId: Id) => `/mina-sidor/overlamning/${seatId}/loften` as const,
  promiseKept: <Seat extends string | number, Id extends string | number>(seatId: Seat, id: Id) =>
    `/mina-sidor/overlamning/${seatId}/loften/${id}` as const,
  renew: <Code extends string>(code: Code) => `/mina-sidor/fornya/${code}` as const,
  desk: '/kansli',
  renewal: '/kansli/fornyelse',
  remind: '/kansli/fornyelse/paminn',
  closeRenewal: '/kansli/fornyelse/avsluta',
}
