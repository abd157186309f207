type Id = string | number

/** Addresses of the door of an event, without the language. */
export const attendancePaths = {
  checkIn: <E extends Id>(event: E) => `/kansli/evenemang/${event}/incheckning` as const,
  newDoor: <E extends Id>(event: E) => `/kansli/evenemang/${event}/dorr` as const,
  list: <E extends Id>(event: E) => `/kansli/evenemang/${event}/narvarolista.pdf` as const,
  badges: <E extends Id>(event: E) => `/kansli/evenemang/${event}/namnskyltar.pdf` as const,
  door: <Token extends string>(token: Token) => `/evenemang/dorr/${token}` as const,
  /** Where the QR code of a participant leads. */
  arrive: <Token extends string>(token: Token) => `/evenemang/anmalan/${token}/in` as const,
}
