"""A button for each way in which an error may go uncaught; its line ends with the button's name."""

from browser import aio, bind, document, html, timer, window
from tabs.division import divide
from webext import spawn


def add_button(name, handler=None):
    button = html.BUTTON(name, id=name)
    document.select_one("main").attach(button)
    if handler:
        button.bind("click", handler)
    return button


def handler(event):
    divide(1)  # handler


async def async_handler(event):
    divide(1)  # async_handler


async def after_waiting(event):
    await aio.sleep(0.001)
    divide(1)  # after_waiting


class View:
    async def method(self, event):
        await aio.sleep(0)
        divide(1)  # method


@bind(add_button("decorated"), "click")
def decorated(event):
    divide(1)  # decorated


@bind(window, "hashchange")
def on_window(event):
    divide(1)  # window


def change_hash(event):
    window.location.hash = "changed"


def in_timer():
    divide(1)  # timer


def in_other_timer():
    divide(1)  # timer_meanwhile


async def wait_meanwhile(event):
    timer.set_timeout(in_other_timer, 20)
    await aio.sleep(0)
    await aio.sleep(0.05)


async def in_async_timer():
    await aio.sleep(0)
    divide(1)  # async_timer


def in_promise(value):
    divide(1)  # promise


async def inner():
    await aio.sleep(0)
    divide(1)


async def outer():
    await aio.sleep(0)
    await inner()  # spawned


async def other_outer():
    await inner()  # run


def cause(event):
    try:
        divide(1)
    except ZeroDivisionError as error:
        raise ValueError("no number") from error  # cause


def javascript(event):
    window.JSON.parse("{")  # javascript


def caught(event):
    try:
        window.Array.of(1).forEach(lambda *args: divide(1))
    except ZeroDivisionError:
        print("caught")


add_button("handler", handler)
add_button("async_handler", async_handler)
add_button("after_waiting", after_waiting)
add_button("listener").addEventListener("click", lambda event: divide(1))  # listener
add_button("method", View().method)
add_button("window", change_hash)
add_button("timer", lambda event: timer.set_timeout(in_timer, 0))
add_button("timer_meanwhile", wait_meanwhile)
add_button("async_timer", lambda event: timer.set_timeout(in_async_timer, 0))
add_button("promise", lambda event: window.Promise.resolve(1).then(in_promise))
add_button("spawned", lambda event: spawn(outer()))
add_button("run", lambda event: aio.run(other_outer()))
add_button("cause", cause)
add_button("javascript", javascript)
add_button("rejected", lambda event: window.Promise.reject(ValueError("no number")))
add_button("caught", caught)
