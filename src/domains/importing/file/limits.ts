/** Largest file that is taken in, and what an XLSX may unfold to, in bytes. */
export const fileLimits = { largest: 20 * 2 ** 20, largestUnfolded: 200 * 2 ** 20 }
