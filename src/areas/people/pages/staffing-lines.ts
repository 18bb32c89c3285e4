import type { SheetLine, SheetNumber } from '../../../platform/web/figure/use-sheet.ts'
import type { StaffedPost } from '../contract.ts'

/** What is filled, needed and vacant: of one post, or of all of them. */
export type PostNumbers = {
  readonly filled: SheetNumber
  readonly needed: SheetNumber
  readonly vacant: SheetNumber
}
export type StaffingNumbers = {
  readonly of: (post: string) => PostNumbers | undefined
  readonly all: PostNumbers
  readonly staffed: SheetNumber
  readonly communities: SheetNumber
}

const figuresOfPosts = ['people.posts_filled', 'people.posts_needed', 'people.posts_vacant']
const figuresOfCommunities = ['people.communities_staffed', 'people.communities']

/** The figures beside the grid: of all posts, of the communities, and of each post that has a standard. Without a standard there are none. */
export function linesOf(posts: readonly StaffedPost[]): SheetLine[] {
  const kinds = posts.flatMap(({ post, standard }) => (standard ? [post] : []))
  if (kinds.length === 0) return []
  return [
    ...[...figuresOfPosts, ...figuresOfCommunities].map((figure) => ({ figure })),
    ...kinds.flatMap((kind) => figuresOfPosts.map((figure) => ({ figure, kind }))),
  ]
}

/** The numbers at one place by what they are of. */
export function numbersOf(numbers: readonly SheetNumber[]): StaffingNumbers | undefined {
  const postNumbers = ([filled, needed, vacant]: readonly SheetNumber[]) =>
    filled && needed && vacant ? { filled, needed, vacant } : undefined
  const all = postNumbers(numbers.slice(0, 3))
  const [staffed, communities] = numbers.slice(3, 5)
  if (!all || !staffed || !communities) return undefined
  return { all, staffed, communities, of: (post) => postNumbers(numbers.filter(({ kind }) => kind === post)) }
}
