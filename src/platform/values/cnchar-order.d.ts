// The package's own declarations add methods to every string; the data alone is used.
declare module 'cnchar-order/cnchar.order.min.js' {
  const order: {
    readonly dict: {
      /** The strokes of a character, a letter each. */
      readonly orders: Readonly<Record<string, string>>
      /** What stroke a letter means; one letter may stand for two, as '横撇|横钩'. */
      readonly strokeTable: Readonly<Record<string, { readonly name: string }>>
    }
  }
  export default order
}
