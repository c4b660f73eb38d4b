"""Clerk's resources: views of what the Frontend API sent, with Clerk's camelCase names.

One module for each; all but those of who is signed in are loaded when they are first used, so that
a popup opens fast.

base                    Data, Resource, Page: reading, requests, lists in pages
client                  Client: this device
session                 Session: a signed-in user on it
sign_in, sign_up        SignIn, SignUp: attempts under way
verification            Verification, Factor: what proves who somebody is
user                    User, out of `user_security` and `user_organizations` too
passkey                 Passkey, and what the browser is asked for it
contacts                EmailAddress, PhoneNumber, ExternalAccount
organization            Organization, OrganizationMembership, and what else belongs to them
session_verification    SessionVerification: proving it once more
environment             Environment: the settings of the instance

Times are integers, milliseconds since the epoch. Resources are not changed: after each answer the
client holds new ones, and methods that change something return the new one.

Source: https://clerk.com/docs/reference/javascript/overview
"""
