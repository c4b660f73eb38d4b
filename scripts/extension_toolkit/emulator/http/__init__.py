"""HTTP: from the socket to an endpoint's call, and from its answer back.

`transport` receives requests and carries out faults; `exchange` finds the endpoint and the caller;
endpoints see a `Call` and return an `Answer`.
"""
