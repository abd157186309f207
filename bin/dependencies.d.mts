interface Lock {
  packages: Record<
    string,
    {
      license?: string
      integrity?: string
      resolved?: string
      link?: boolean
      hasInstallScript?: boolean
    }
  >
}
interface OwnPackage {
  name: string
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
}
export function readLock(): Lock
export function readPackage(): OwnPackage
export function strangeLicences(lock: Lock): string[]
export function unsealed(lock: Lock): string[]
export function unaskedScripts(lock: Lock, own: Pick<OwnPackage, 'allowScripts'>): string[]
export function unused(own: Pick<OwnPackage, 'dependencies' | 'devDependencies'>): string[]
