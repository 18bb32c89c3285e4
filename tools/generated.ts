import { join } from 'node:path'
import type { ClientConfig } from 'pg'
import { areas } from '../src/app/areas.ts'
import type { Area } from '../src/platform/area.ts'
import { statementText } from '../src/platform/figures/compile.ts'
import { type Counted, inputsOf } from '../src/platform/figures/figure.ts'
import type { Hierarchy } from '../src/platform/figures/hierarchy.ts'
import { countingFor } from '../src/platform/figures/shape.ts'
import { formatSql } from './format-sql.ts'
import { generateTypes } from './generate-types.ts'

/** Every file that follows from the migrations and declarations, by its path in the project. */
export async function generatedFiles(admin: ClientConfig): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  files.set('src/platform/db/tables.generated.ts', await generateTypes(admin, 'platform', '../values/day.ts'))
  const place = areas.flatMap((area) => area.hierarchies ?? []).find(({ along }) => along === 'place')
  if (!place) throw new Error('no area gives the places')
  for (const area of areas) {
    const folder = `src/areas/${area.name}`
    files.set(
      `${folder}/tables.generated.ts`,
      await generateTypes(admin, area.name, '../../platform/values/day.ts'),
    )
    if (area.figures.length > 0)
      files.set(join(folder, 'figures/statements.generated.sql'), statementsOf(area, place))
  }
  return files
}

/** The SQL of every counted figure as it runs for a place on current rows. Inputs of a ratio stand once. */
function statementsOf(area: Area, hierarchy: Hierarchy): string {
  const counted = new Map(area.figures.flatMap(inputsOf).map((figure) => [figure.id, figure]))
  const statements = [...counted.values()].flatMap((figure) => [
    statementOf(figure, hierarchy, 'value'),
    statementOf(figure, hierarchy, 'rows'),
    ...Object.keys(figure.rows.dimensions ?? {}).map((by) => statementOf(figure, hierarchy, 'record', by)),
  ])
  return `-- Generated from the figures' declarations by tools/generate.ts. Do not edit.\n\n${statements.join('\n\n')}\n`
}

function statementOf(
  figure: Counted,
  hierarchy: Hierarchy,
  answer: 'value' | 'rows' | 'record',
  by: string | null = null,
): string {
  const shape = {
    rows: figure.rows,
    hierarchy,
    places: hierarchy,
    past: false,
    structure: 'then',
    answer,
    ...countingFor([figure]),
    ofKind: false,
    by,
    of: null,
  } as const
  const { text, parameters } = statementText(shape)
  const names = parameters.map((name, index) => `$${index + 1} ${name}`).join(', ')
  return `-- ${figure.id}: ${by ?? answer}\n-- ${names}\n${formatSql(text)};`
}

/** The paths whose text in the project differs from what is generated; `read` answers null for a file that is not there. */
export function differing(
  files: ReadonlyMap<string, string>,
  read: (path: string) => string | null,
): string[] {
  return [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path)
}
