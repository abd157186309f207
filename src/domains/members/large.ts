/** More organisations than this, and pages read those alone that they show. */
export const largeFrom = 1000
