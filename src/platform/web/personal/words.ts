import { titles } from '../shell/titles.ts'
import { type Text, text } from '../../text.ts'

export const purposeWords = {
  title: titles.purposes,
  line: text(
    '本系统里的每一项个人信息各有用途。没有用途的，不收集。',
    'Every personal value in this system serves a purpose; what serves none is not collected.',
  ),
  basis: text('处理依据', 'Ground in law'),
  ground: text('所履行的职责', 'The duty'),
  fields: text('涉及的信息', 'Values'),
  sensitive: text('（敏感）', ' (sensitive)'),
  necessity: text('处理敏感信息的必要性', 'Why sensitive values are needed'),
  retention: text('保存期限', 'Kept for'),
  recipients: text('提供给谁', 'Given to'),
  notice: text('告知书', 'Notice'),
  version: (version: number, since: string): Text =>
    text(`第 ${version} 版，自 ${since} 起`, `Version ${version}, since ${since}`),
}
