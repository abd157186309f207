/** Pictures that one example may hold. */
export const mostPictures = 8

/** Documents that one example may hold. */
export const mostDocuments = 10
