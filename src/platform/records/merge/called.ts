/** A record by its title and its number: two that are one mostly have the same title. */
export const called = ({ title, key }: { readonly title: string; readonly key: string }): string =>
  key === '' || key === title ? title : `${title}（${key}）`
