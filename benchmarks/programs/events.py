"""Events: handle 1000 clicks."""


def run():
    button = window.document.createElement("button")
    seen = []

    def clicked(event):
        seen.append(event.target.tagName)

    button.addEventListener("click", clicked)
    for _ in range(1000):
        button.click()
    return str(len(seen)) + seen[999]
