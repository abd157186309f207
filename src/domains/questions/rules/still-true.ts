/** When a writer was asked whether an answer still holds, and what came of it. Days are `YYYY-MM-DD`. */
export interface Holding {
  askedOn: string | null
  confirmedOn: string | null
  outdatedOn: string | null
}

/** Whether its writer has been asked whether an answer still holds, and has not said. */
export function isAskedWhetherTrue({ askedOn, confirmedOn, outdatedOn }: Holding): boolean {
  return askedOn !== null && outdatedOn === null && (confirmedOn === null || confirmedOn < askedOn)
}
