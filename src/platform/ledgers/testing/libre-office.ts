import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { WorkbookFile } from '../read-sheets.ts'

const program = '/usr/bin/soffice'
export const hasLibreOffice = existsSync(program)

/** How LibreOffice is asked to write: its own name of the format, and the ending that it gives. */
export const libreOfficeFormats = {
  xlsx: 'xlsx',
  xls: 'xls',
  ods: 'ods',
  csv: 'csv:Text - txt - csv (StarCalc):44,34,GB18030,1',
  semicolons: 'csv:Text - txt - csv (StarCalc):59,34,UTF-8,1',
} as const
export type LibreOfficeFormat = keyof typeof libreOfficeFormats

/** Workbooks opened and saved anew by LibreOffice, by their names without an ending. One start for all of a format. */
export async function savedByLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
  format: LibreOfficeFormat,
): Promise<Record<string, WorkbookFile>> {
  const folder = await mkdtemp(join(tmpdir(), 'xiaoma-office-'))
  try {
    const paths = Object.keys(files).map((name) => join(folder, `${name}.xlsx`))
    await Promise.all(
      Object.entries(files).map(([name, bytes]) => writeFile(join(folder, `${name}.xlsx`), bytes)),
    )
    const out = join(folder, 'out')
    const asked = [
      '--headless',
      '--norestore',
      '--convert-to',
      libreOfficeFormats[format],
      '--outdir',
      out,
      ...paths,
    ]
    // Without a locale of its own a machine makes it write every sign that ASCII lacks as a question mark.
    const env = { ...process.env, LC_ALL: 'C.UTF-8' }
    await promisify(execFile)(program, [`-env:UserInstallation=file://${folder}/profile`, ...asked], { env })
    const ending = libreOfficeFormats[format].split(':')[0] as string
    const read = async (name: string): Promise<[string, WorkbookFile]> => {
      const saved = `${name}.${ending}`
      return [name, { name: saved, bytes: new Uint8Array(await readFile(join(out, saved))) }]
    }
    return Object.fromEntries(await Promise.all(Object.keys(files).map(read)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
