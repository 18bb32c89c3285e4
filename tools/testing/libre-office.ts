import { existsSync } from 'node:fs'
import { installPackages } from './debian.ts'

const program = '/usr/bin/soffice'

/** LibreOffice writes workbooks for the tests of reading. Where it can be neither found nor installed they are skipped, and counted so. */
export function installLibreOffice(): void {
  if (existsSync(program)) return
  if (!installPackages(['libreoffice-calc-nogui']))
    console.log('libreoffice-calc-nogui cannot be installed here; tests with its workbooks are skipped.')
}
