// Parts that are no characters of the package.
const partStrokes: Readonly<Record<string, string>> = {
  氵: '441',
  讠: '45',
  忄: '442',
  宀: '445',
  扌: '121',
  艹: '122',
  礻: '4524',
  阝: '52',
  纟: '551',
  彳: '332',
  罒: '25221',
  氺: '24134',
  夬: '5134',
  昜: '533',
  門: '25112511',
  夌: '12134354',
  夋: '5434354',
  粦: '431234354152',
  矞: '545232534251',
  翏: '54154134333',
  冓: '1122125211',
}

// Nine whose strokes the package has wrong: 皙 is given without the first stroke of 白, 德 with 𠂇 for 十.
const corrected = '德彳十罒一心 膝月木人氺 撅扌厥 炽火只 皙析白 黏禾人氺占 锺钅重 媾女冓 鲺鱼虱'

// Characters of surnames and given names that the package leaves out: rare ones of 通用规范汉字表 (2013), for the most part its level 3.
const surnames = '郤谷阝 缐纟泉 蔄艹門口 邘于阝 郈后阝 邽圭阝 邿寺阝 郚吾阝 郿眉阝'
const givenNames =
  '䶮龙天 㛃丰刀女 𠮷土口 沄氵云 沇氵允 沨氵风 洢氵伊 浥氵邑 浛氵含 浟氵攸 浬氵里 浵氵彤 涍氵孝 涢氵员 淏氵昊 淯氵育 渟氵亭 湜氵是 湝氵皆 ' +
  '溁氵荣 溍氵晋 滉氵晃 滪氵预 潾氵粦 濋氵楚 妘女云 妧女元 姞女吉 姱女夸 婳女画 婼女若 媖女英 媞女是 嫄女原 嬿女燕 玒王工 玓王勺 玕王干 ' +
  '玘王己 玚王昜 玞王夫 玠王介 玤王丰 玦王夬 玭王比 玶王平 玼王此 珌王必 珒王聿 珖王光 珛王有 珝王羽 珦王向 珰王当 珹王成 琀王含 琔王定 ' +
  '琡王叔 琤王争 琫王奉 琯王官 琲王非 瑆王星 瑔王泉 瑢王容 瑧王秦 瑨王晋 瑮王栗 瑱王真 璈王敖 璥王敬 瓖王襄 旴日于 旿日午 昄日反 昈日户 ' +
  '昡日玄 昫日句 昽日龙 晅日亘 晊日至 晢折日 晫日卓 暅日恒 暕日柬 暲日章 祊礻方 祏礻石 祾礻夌 禔礻是 禘礻帝 禛礻真 骃马因 骉马马马 骕马肃 ' +
  '骙马癸 炆火文 炌火介 炟火旦 炣火可 烔火同 烶火廷 焌火夋 焞火享 煟火胃 燏火矞 爔火羲 忞文心 悰忄宗 愔忄音 憙喜心 栐木永 棽林今 橦木童 ' +
  '峘山亘 崚山夌 崟山金 嵎山禺 嶒山曾 嶟山尊 伋亻及 佖亻必 侁亻先 侹亻廷 倞亻京 荙艹达 茽艹仲 菉艹录 菼艹炎 葰艹俊 蒨艹倩 铻钅吾 锳钅英 ' +
  '镃钅兹 镠钅翏 堾土春 宬宀成 皛白白白 瞾目目空 竫立争 翙岁羽 訚门言 讱讠刃 赑贝贝贝 颋廷页'

/**
 * The strokes of characters that are written part after part, from the strokes of the parts. Each was compared with two other sources:
 * the stroke dictionary of the input method Rime has the same sequence, Unihan 15 (kTotalStrokes) the same number.
 */
export function composed(
  strokesOf: (part: string) => string | undefined,
): readonly (readonly [character: string, strokes: string])[] {
  const strokes = (part: string) => partStrokes[part] ?? strokesOf(part) ?? missing(part)
  return [corrected, surnames, givenNames].flatMap((list) =>
    list.split(' ').map((entry) => {
      const [character = '', ...parts] = [...entry]
      return [character, parts.map(strokes).join('')] as const
    }),
  )
}

function missing(part: string): never {
  throw new Error(`no strokes are known for the part ${part}`)
}
