import { ClerkProvider, Show, SignIn, SignUp, UserButton } from '@clerk/chrome-extension'
import { createRoot } from 'react-dom/client'

const Form = location.hash === '#sign-up' ? SignUp : SignIn

createRoot(document.querySelector('#root')).render(
  <ClerkProvider publishableKey={PUBLISHABLE_KEY} routerPush={() => {}} routerReplace={() => {}}>
    <Show when="signed-out">
      <Form routing="virtual" />
    </Show>
    <Show when="signed-in">
      <UserButton />
    </Show>
  </ClerkProvider>,
)
