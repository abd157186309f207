import { association } from '#platform/association.ts'

/** How the secretariat is to be reached, from the association's own file; shown with the remark that stands there. */
export const secretariat = association.secretariat
