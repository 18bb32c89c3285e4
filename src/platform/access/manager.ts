/** Who manages: an account of the office, or, with `account` null, whoever has the command line. */
export type Manager = { readonly office: number; readonly account: string | null }
