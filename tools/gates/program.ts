import { resolve } from 'node:path'
import { describe, type Finding } from './finding.ts'
import { readTree, type TreeFile } from './tree.ts'

export type Gate = (files: readonly TreeFile[]) => Finding[]

/** Runs a gate over the tree of the folder named first, else the current one; exit code 1 when it refuses. */
export function runAsProgram(gate: Gate): void {
  const findings = gate(readTree(resolve(process.argv[2] ?? '.')))
  for (const finding of findings) console.error(describe(finding))
  process.exitCode = findings.length > 0 ? 1 : 0
}
