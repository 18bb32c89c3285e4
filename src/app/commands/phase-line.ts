/** On a terminal one line that moves, in percent where the whole is known; elsewhere silence. */
export function phaseLine<Phase extends string>(words: Readonly<Record<Phase, string>>) {
  let shown = ''
  return (phase: Phase, handled: number, total: number) => {
    if (!process.stderr.isTTY) return
    const percent = total === 0 ? '' : ` ${Math.floor((handled / total) * 100)} %`
    const line = `\r${words[phase]}${percent}`
    if (line === shown) return
    process.stderr.write(`${line.padEnd(30)}${handled >= total ? '\n' : ''}`)
    shown = line
  }
}
