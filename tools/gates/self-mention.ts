import type { Finding } from './finding.ts'
import { runAsProgram } from './program.ts'
import type { TreeFile } from './tree.ts'

// One letter of each stands in a class of its own, so that this list does not refuse itself.
const makers = [
  /\bcl[a]ude\b/i,
  /\banthr[o]pic\b/i,
  /\b(chat)?gp[t](-?\d\w*)?\b/i,
  /\bopen[a]i\b/i,
  /\bco-?pil[o]t\b/i,
  /\bll[m]s?\b/i,
  /\b(large )?language mod[e]ls?\b/i,
  /\b(ai|machine|model|bot)[- ](generat[e]d|written|authored|assisted)\b/i,
  /\b(ai|coding|code) (assist[a]nt|agent)s?\b/i,
  /\b(sub-?agent|chat transcrip[t])s?\b/i,
  /\b(th[i]s|previous|earlier|next) (conversation|coding session|working session)\b/i,
  /\bthe integrat[o]r\b/i,
  /人工智能(生[成]|编写)|大模型生[成]|由\s*AI\s*生[成]/i,
]
const machinePath = /(?<![\w./:~$})-])\/(root|home|work\/(main|shared))\/(?=[\w.])/

/** The project speaks of itself alone: no word of how or by whom it was made, no path of one machine. */
export function selfMention(files: readonly TreeFile[]): Finding[] {
  return files
    .filter((file) => !file.binary && file.path !== 'pnpm-lock.yaml')
    .flatMap((file) => file.text.split('\n').flatMap((line, index) => inLine(file.path, index + 1, line)))
}

function inLine(path: string, line: number, text: string): Finding[] {
  const found: Finding[] = []
  for (const maker of makers) {
    const [word] = maker.exec(text) ?? []
    if (word !== undefined)
      found.push({
        path,
        line,
        what: `“${word}” tells of the making`,
        todo: 'Say what the project does and why.',
      })
  }
  const [folder] = machinePath.exec(text) ?? []
  if (folder !== undefined)
    found.push({
      path,
      line,
      what: `“${folder}” is a path of one machine`,
      todo: 'Write it relative to the project.',
    })
  return found
}

if (import.meta.main) runAsProgram(selfMention)
