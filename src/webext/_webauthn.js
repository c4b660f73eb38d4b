/* The Python module `webext._webauthn`: passkeys, asked for in this page (WebAuthn).
 *
 * Options and credentials are JSON texts with base64url in them, as servers send and take them.
 * Chrome's own functions for that are newer than the Chrome that extensions may run in.
 */
(() => {
  const {toPython, background} = $python.values

  const fromBase64 = (text) => Uint8Array.from(
    atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0),
  )
  const toBase64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

  const withBytes = (credentials) => credentials?.map((one) => ({...one, id: fromBase64(one.id)}))

  const asOptions = (text) => {
    // Absent and null are the same to servers, and not to WebAuthn.
    const options = JSON.parse(text, (key, value) => value ?? undefined)
    const {user} = options
    return {
      ...options,
      challenge: fromBase64(options.challenge),
      user: user && {...user, id: fromBase64(user.id)},
      allowCredentials: withBytes(options.allowCredentials),
      excludeCredentials: withBytes(options.excludeCredentials),
    }
  }

  const asText = ({type, id, rawId, authenticatorAttachment, response}) => {
    const parts = {}
    for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (response[name]) { parts[name] = toBase64(response[name]) }
    }
    const transports = response.getTransports?.()
    return JSON.stringify({
      type, id, rawId: toBase64(rawId), authenticatorAttachment, response: {...parts, transports},
    })
  }

  /* A promise for a credential, or for [name, message] of the error. */
  const ask = async (method, text) => {
    try {
      const publicKey = asOptions(text.valueOf())
      if (background || !globalThis.PublicKeyCredential) {
        throw new DOMException('this page cannot show a dialog for passkeys', 'NotSupportedError')
      }
      return toPython(asText(await navigator.credentials[method]({publicKey})))
    } catch (error) {
      return toPython([error.name, error.message])
    }
  }

  __BRYTHON__.addToImported('webext._webauthn', {
    create: (options) => ask('create', options),
    get: (options) => ask('get', options),
  })
})()
