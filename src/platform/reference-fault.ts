/** A reference file that cannot be loaded. The message lists file, line and reason of each fault. */
export class ReferenceFault extends Error {}
