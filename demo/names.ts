import type { Random } from './random.ts'

/** Parts of invented names. Their combinations are meant to sound right and to belong to nobody. */
const fore = [
  '澄屿',
  '梧栖',
  '云岫',
  '桐阶',
  '沐岚',
  '疏桐',
  '松涧',
  '兰汀',
  '芷岸',
  '棠陌',
  '竹洲',
  '禾穗',
  '晴岚',
  '霁月',
  '榕荫',
  '鹭汐',
  '望屿',
  '听涛',
  '拾光',
  '知禾',
  '青川',
  '远岑',
  '临溪',
  '清樾',
  '观澜',
  '素锦',
  '南汐',
  '星渚',
  '砚秋',
  '朴园',
] as const
const compoundKinds = ['花园', '雅苑', '家园', '新村', '名庭', '公寓', '佳园', '小筑'] as const
const businesses = [
  '科技',
  '贸易',
  '物流',
  '信息',
  '餐饮',
  '建材',
  '文化传播',
  '物业管理',
  '电子',
  '装饰工程',
] as const
const institutions = ['中心小学', '幼儿园', '卫生服务站', '文化馆', '档案馆', '实验中学'] as const
const organs = ['税务所', '市场监管所', '司法所', '城管中队', '供销所', '消防站'] as const
const societies = ['商会', '志愿服务协会', '养老服务中心', '书画协会', '青少年服务社'] as const
const stateOwned = ['水务有限公司', '公交有限公司', '供电服务有限公司', '环卫有限公司'] as const
const surnames = [
  '陈',
  '林',
  '黄',
  '张',
  '吴',
  '李',
  '王',
  '郑',
  '蔡',
  '许',
  '苏',
  '叶',
  '洪',
  '庄',
  '郭',
] as const
/** One by one; those beyond the basic plane are one sign too. */
const signs = (of: string) => Array.from(of)

/** For people of the register: more of them, compound surnames and characters that few fonts have among them. */
const registerSurnames = [
  ...signs('陈林黄张吴李王郑蔡许苏叶洪庄郭曾单仇解区查翟缪任华江余潘谢罗'),
  '欧阳',
  '尉迟',
  '上官',
  '司徒',
]
const givenFirst = signs('示例演样拟')
const givenSecond = signs('一二三四五六七八九十甲乙丙丁戊己庚辛𠮷䶮㛃')

const given = ['示一', '示二', '示三', '示四', '示五', '示六', '示七', '示八', '示九', '示十'] as const

const endings = {
  organ: organs,
  institution: institutions,
  state_owned: stateOwned,
  non_public: businesses.map((business) => `${business}有限公司`),
  social_organisation: societies,
} as const satisfies Record<string, readonly string[]>
export type InventedKind = keyof typeof endings

/** Gives each name once. */
export function inventedNames(random: Random) {
  const deck = (ends: readonly string[]) =>
    random.shuffled(fore.flatMap((first) => ends.map((end) => first + end)))
  const compounds = deck(compoundKinds)
  const units = Object.fromEntries(
    Object.entries(endings).map(([kind, ends]) => [kind, deck(ends)]),
  ) as Record<InventedKind, string[]>
  const draw = (cards: string[]) => {
    const card = cards.pop()
    if (card === undefined) throw new RangeError('no invented name is left: lower the totals')
    return card
  }
  return {
    compound: () => draw(compounds),
    unit: (kind: InventedKind) => draw(units[kind]),
    person: () => random.pick(surnames) + random.pick(given),
  }
}
export type InventedNames = ReturnType<typeof inventedNames>

/** Gives each name of a company of the internet once, by numbers of its own. */
export function internetNames(random: Random): () => string {
  const cards = random.shuffled(
    fore.flatMap((first) => ['网络科技有限公司', '互联科技有限公司'].map((end) => first + end)),
  )
  return () => {
    const name = cards.pop()
    if (name === undefined) throw new RangeError('no invented name is left: lower the totals')
    return name
  }
}

/** Gives each name of the register once; it draws from numbers of its own, so that more people leave all else as it is. */
export function registerNames(random: Random): () => string {
  const cards = random.shuffled(
    registerSurnames.flatMap((surname) =>
      givenFirst.flatMap((first) => givenSecond.map((second) => surname + first + second)),
    ),
  )
  return () => {
    const name = cards.pop()
    if (name === undefined) throw new RangeError('no invented name is left: lower the totals')
    return name
  }
}
