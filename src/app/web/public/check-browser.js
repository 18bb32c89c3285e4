// Runs in browsers of any age, so it is written in the JavaScript of 2009 and is not built.
// The pages need what Chromium 100 has: modules, structuredClone of version 98 and Intl.supportedValuesOf of version 99.
;(function () {
  var isNewEnough =
    'noModule' in document.createElement('script') &&
    typeof structuredClone === 'function' &&
    typeof Intl === 'object' &&
    typeof Intl.supportedValuesOf === 'function'
  if (isNewEnough) return
  var root = document.getElementById('root')
  // Without its place the application does not begin.
  root.parentNode.removeChild(root)
  document.getElementById('too-old').removeAttribute('hidden')
})()
