export function bundleForNode(entry: string, outfile: string): Promise<void>
export function buildAll(folder?: string): Promise<void>
export function buildClient(folder?: string): Promise<void>
