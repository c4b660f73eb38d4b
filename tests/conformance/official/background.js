// Calls on Clerk's client what a message names, as `ours.py` does on ours.
import { createClerkClient } from '@clerk/chrome-extension/client'

let loading

const client = () =>
  (loading ??= createClerkClient({ publishableKey: PUBLISHABLE_KEY, background: true }).catch((error) => {
    loading = undefined
    throw error
  }))

async function call({ path, positional, named }) {
  const names = path.split('.')
  const last = names.pop()
  const owner = names.reduce((value, name) => value[name], await client())
  const value = owner[last]
  return typeof value === 'function' ? value.call(owner, ...positional, ...(named ? [named] : [])) : value
}

const plain = (value) => (value === null || typeof value !== 'object' ? (value ?? null) : null)

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  call(message).then(
    (value) => reply({ value: plain(value) }),
    (error) => reply({ error: error.errors?.[0]?.code ?? error.code ?? String(error) }),
  )
  return true
})
