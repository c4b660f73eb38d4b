/* Development builds only: what nobody caught, over the page in which it happened.
 *
 * A shadow tree keeps the page's styles out and ours in; a constructed style sheet and listeners
 * added by code pass the page's Content Security Policy.
 */
(() => {
  'use strict'

  // Web pages are not ours to cover, and nobody sees the background page.
  if (location.protocol !== 'chrome-extension:' || location.pathname === '/background/offscreen.html') { return }

  const MOST = 10  // different errors on show
  const OWN_FRAME = / {2}File "(src\/.*?)", line (\d+).*(?:\n {4}(.*))?/g
  const STYLE = `
    :host {
      all: initial; position: fixed; inset: 0; box-sizing: border-box; width: auto; height: auto; margin: 0;
      border: 0; padding: 12px; overflow: auto; color-scheme: light dark; font: 14px/1.45 system-ui, sans-serif;
      color: light-dark(#1f1f1f, #f1f1f1); background: light-dark(#fff, #1a1a1a);
    }
    header { display: flex; gap: 12px; align-items: center; justify-content: space-between; }
    h1 { margin: 0; font-size: 14px; color: light-dark(#b3261e, #ffb4ab); }
    button {
      font: inherit; color: inherit; background: transparent; padding: 4px 12px;
      border: 1px solid currentColor; border-radius: 6px; cursor: pointer;
    }
    button:focus-visible { outline: 3px solid light-dark(#0b57d0, #a8c7fa); outline-offset: 2px; }
    section { margin-top: 12px; padding-top: 12px; border-top: 1px solid light-dark(#d0d0d0, #4a4a4a); }
    h2 { margin: 0 0 4px; font-size: 15px; overflow-wrap: anywhere; }
    p { margin: 0; overflow-wrap: anywhere; }
    pre, .place { font: 12px/1.5 ui-monospace, monospace; }
    pre { margin: 8px 0 0; padding: 8px; overflow: auto; border-radius: 6px; background: light-dark(#f0f0f0, #2c2c2c); }
    pre.line { border-left: 4px solid light-dark(#b3261e, #ffb4ab); font-weight: 600; }`

  const counts = new Map()  // how often, by traceback
  let host = null
  let focusedBefore = null

  const create = (tag, text = '', className = '') => Object.assign(document.createElement(tag), {textContent: text, className})

  function section(traceback, count) {
    const [own] = [...traceback.matchAll(OWN_FRAME)].slice(-1)
    const message = summary(traceback)
    const parts = [create('h2', count > 1 ? `${message} (${count} times)` : message)]
    if (own) {
      parts.push(create('p', `${own[1]}:${own[2]}`, 'place'))
      if (own[3]) { parts.push(create('pre', own[3], 'line')) }
    }
    parts.push(create('pre', traceback))
    const element = create('section')
    element.append(...parts)
    return element
  }

  /* The first line below the frames of the last traceback. */
  function summary(traceback) {
    const last = traceback.split('\nTraceback ').pop().split('\n')
    return last.find((line) => !/^(?: {2}|Traceback |\()|^$/.test(line)) ?? ''
  }

  function dismiss() {
    host.remove()
    host = null
    counts.clear()
    focusedBefore?.focus?.()
  }

  function open() {
    focusedBefore = document.activeElement
    host = create('python-errors')
    host.popover = 'manual'  // above dialogs too
    const root = host.attachShadow({mode: 'open'})
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
    host.addEventListener('keydown', (event) => { if (event.key === 'Escape') { dismiss() } })
    document.documentElement.append(host)
    host.showPopover()
  }

  function render() {
    const header = create('header')
    const heading = create('h1', counts.size > 1 ? `${counts.size} Python errors` : 'Python error')
    const button = create('button', 'Dismiss')
    heading.id = 'heading'
    button.addEventListener('click', dismiss)
    header.append(heading, button)
    const box = create('div')
    box.setAttribute('role', 'alertdialog')
    box.setAttribute('aria-labelledby', 'heading')
    box.append(header, ...[...counts].reverse().map(([text, count]) => section(text, count)))
    host.shadowRoot.replaceChildren(box)
    button.focus({preventScroll: true})
  }

  $python.overlay = (traceback) => {
    counts.set(traceback, (counts.get(traceback) ?? 0) + 1)
    if (counts.size > MOST) { counts.delete(counts.keys().next().value) }
    if (host === null) { open() }
    render()
  }
})()
