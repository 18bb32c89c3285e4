const page = '/single-sign-on'

/** The query with which the browser came back from the provider. */
export const arrival = location.search

// It holds a code: out of the address and the history before anything else reads them, and before the router writes them anew.
if (location.pathname === page) history.replaceState(null, '', page)
