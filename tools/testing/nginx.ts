import { existsSync } from 'node:fs'
import { installPackages } from './debian.ts'

/** The proxy that most offices set before the program. Where it can be neither found nor installed its tests are skipped, and counted so. */
export function installNginx(): void {
  if (existsSync('/usr/sbin/nginx')) return
  if (!installPackages(['nginx-light']))
    console.log('nginx cannot be installed here; tests behind it are skipped.')
}
