"""Endpoint of the waitlist."""

from __future__ import annotations

from ..flows.contacts import checked_email_address
from ..http.calls import Answer, Call
from ..http.routes import Access, RouteTable
from ..identifiers import new_id

routes = RouteTable()


@routes.add("POST", "/v1/waitlist", Access.OPTIONAL)
def join(call: Call) -> Answer:
    """Note an address; the answer is not wrapped."""
    email = checked_email_address(call.instance, call.form.require("email_address"))
    if email not in call.instance.waitlist:
        call.instance.waitlist.append(email)
    return Answer({"object": "waitlist_entry", "id": new_id("wle")})
