"""The state machines behind the endpoints: codes, proofs, sign-ins, sign-ups, organizations.

They change an instance and raise `ApiError`; endpoints read parameters and shape answers.
"""
