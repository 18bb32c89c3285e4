/** The package manager, exact: run through `npx`, never installed. */
export const packageManager = 'pnpm@12.21.0'
