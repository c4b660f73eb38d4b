from browser import aio, document, timer

MATCHES = ["http://127.0.0.1/*"]


def later():
    {}["missing"]  # content


async def waits():
    await aio.sleep(0)
    {}["missing"]  # content_async


document.bind("click", lambda event: timer.set_timeout(later, 0))
document.bind("keydown", lambda event: aio.run(waits()))
