import { areaOf, isBrowser, isFace, isImpure, isRule, isServerOnly, layerOf } from './layers.ts'
import type { Finding } from './finding.ts'
import { type Import, importsOf } from './imports.ts'
import { runAsProgram } from './program.ts'
import { isScript } from './syntax.ts'
import type { TreeFile } from './tree.ts'

/** Imports run app → areas → platform, areas meet at their faces one way, no browser file reaches the server. */
export function boundaries(files: readonly TreeFile[]): Finding[] {
  const imports = files.filter((file) => isScript(file.path)).flatMap(importsOf)
  return [...imports.flatMap(direct), ...reachingServer(imports), ...mutualAreas(imports)]
}

function direct(edge: Import): Finding[] {
  const { from, to } = edge
  const [lower, upper] = [layerOf(from), layerOf(to)]
  const refuse = (what: string, todo: string) => [finding(edge, what, todo)]
  const inTree = upper !== 'beside' || /^(tools|bench|e2e|demo)\//.test(to)

  if (lower === 'platform' && (upper === 'area' || upper === 'app'))
    return refuse(
      'platform imports a business',
      'Let the area hand it over through defineArea, or move the code up.',
    )
  if (lower === 'area' && upper === 'app')
    return refuse(
      'an area imports the composition root',
      'Pass what is needed down, or move it to src/platform.',
    )
  if ((lower === 'area' || lower === 'platform') && upper === 'beside' && inTree)
    return refuse('src imports what stands beside it', 'Move what both need into src.')
  if (lower === 'area' && upper === 'area' && areaOf(from) !== areaOf(to) && !isFace(to))
    return refuse('an area imports the inside of another', `Import src/areas/${areaOf(to)}/index.ts alone.`)
  if (isBrowser(from) && isServerOnly(to))
    return refuse('a browser file imports server code', 'Call a procedure of the contract instead.')
  if (isRule(from) && isImpure(to))
    return refuse('a business rule imports what is not pure', 'Take the facts as arguments.')
  return []
}

/** What a browser file loads through others counts as well: the bundle follows every import that is not a type. */
function reachingServer(imports: readonly Import[]): Finding[] {
  const loads = Map.groupBy(
    imports.filter((edge) => !edge.typeOnly),
    (edge) => edge.from,
  )
  const entries = imports.filter((edge) => isBrowser(edge.from) && !edge.typeOnly && !isBrowser(edge.to))
  return entries.flatMap((edge) => {
    const chain = isServerOnly(edge.to) ? undefined : chainToServer(edge.to, loads)
    if (!chain) return []
    const todo =
      'Import a file that also runs in a browser (terms, contract, index.web.ts), or the type alone.'
    return [finding(edge, `a browser file reaches server code through ${chain.join(' → ')}`, todo)]
  })
}

function chainToServer(start: string, loads: ReadonlyMap<string, readonly Import[]>): string[] | undefined {
  const chains = [[start]]
  const seen = new Set([start])
  for (const chain of chains) {
    for (const { to } of loads.get(chain[chain.length - 1] ?? '') ?? []) {
      if (isServerOnly(to)) return [...chain, to]
      if (seen.has(to)) continue
      seen.add(to)
      chains.push([...chain, to])
    }
  }
  return undefined
}

/** Files need not form a cycle for two areas to depend on each other. */
function mutualAreas(imports: readonly Import[]): Finding[] {
  const between = imports.filter((edge) => {
    const [from, to] = [areaOf(edge.from), areaOf(edge.to)]
    return from !== undefined && to !== undefined && from !== to
  })
  const needs = (area: string | undefined) =>
    between.filter((edge) => areaOf(edge.from) === area).map((edge) => areaOf(edge.to))
  return between.flatMap((edge) => {
    const reached = [areaOf(edge.to)]
    for (const area of reached) reached.push(...needs(area).filter((next) => !reached.includes(next)))
    if (!reached.includes(areaOf(edge.from))) return []
    const todo = 'Dependence runs one way: register a dependent through src/platform for the way back.'
    return [finding(edge, `the areas ${areaOf(edge.from)} and ${areaOf(edge.to)} depend on each other`, todo)]
  })
}

function finding(edge: Import, what: string, todo: string): Finding {
  return { path: edge.from, line: edge.line, what: `${what}: ${edge.to}`, todo }
}

if (import.meta.main) runAsProgram(boundaries)
