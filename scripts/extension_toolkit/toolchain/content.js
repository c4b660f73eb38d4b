/* Before the run time in a content script: what Brython asks for when it loads, and what Chrome's
 * isolated world lacks, the script's own element and custom elements. */
var __BRYTHON__ = globalThis.__BRYTHON__ ?? {brython_path: chrome.runtime.getURL('python/')}
if (customElements === null) {
  const define = () => {
    throw new Error('content scripts cannot define elements: Chrome gives them no customElements')
  }
  Object.defineProperty(globalThis, 'customElements', {value: {define, get() {}}})
}
