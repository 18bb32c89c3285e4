/** A name as it is listed. A transcription with a middle dot has no Chinese surname: what stands before the dot is taken for it. */
export type NameParts = { readonly surname: string; readonly given: string }

// 百家姓, and those of other peoples that are borne today. Left out: what is as likely a surname of one character and a given name (乐正).
const twoCharacters = new Set(
  (
    '欧阳 上官 司马 司徒 司空 司寇 诸葛 尉迟 皇甫 令狐 慕容 夏侯 东方 端木 公孙 公羊 公冶 长孙 仲孙 颛孙 宇文 轩辕 呼延 南宫 独孤 ' +
    '申屠 濮阳 淳于 单于 鲜于 太史 太叔 钟离 闾丘 左丘 赫连 澹台 亓官 拓跋 西门 东郭 南门 百里 羊舌 微生 闻人 万俟 巫马 漆雕 ' +
    '壤驷 夹谷 宰父 第五 达奚 纳兰 叶赫'
  ).split(' '),
)

/** The surname of a stored name: 欧阳 of 欧阳修, 司 of 司马, as every name has a given part; 阿卜杜拉 of 阿卜杜拉·买买提. */
export function splitName(name: string): NameParts {
  const dot = name.indexOf('·')
  if (dot > 0) return { surname: name.slice(0, dot), given: name.slice(dot).replaceAll('·', '') }
  const characters = [...name]
  const length = characters.length > 2 && twoCharacters.has(characters.slice(0, 2).join('')) ? 2 : 1
  return { surname: characters.slice(0, length).join(''), given: characters.slice(length).join('') }
}
