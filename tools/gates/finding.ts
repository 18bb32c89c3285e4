/** One refused place: where it is, what is wrong there and what to do. `line` counts from 1. */
export type Finding = {
  readonly path: string
  readonly line: number
  readonly what: string
  readonly todo: string
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

export function describe(finding: Finding): string {
  return `${finding.path}:${finding.line}: ${finding.what}\n    ${finding.todo}`
}
