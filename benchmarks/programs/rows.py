"""The page: build a table of 1000 rows, and change each."""


def run():
    document = window.document
    table = document.createElement("table")
    rows = []
    for i in range(1000):
        row = document.createElement("tr")
        cell = document.createElement("td")
        cell.textContent = "row " + str(i)
        row.appendChild(cell)
        table.appendChild(row)
        rows.append(row)
    document.body.appendChild(table)
    for row in rows:
        row.className = "new"
        row.firstChild.textContent = row.firstChild.textContent + "!"
    answer = table.rows[999].textContent + str(document.querySelectorAll("tr.new").length)
    table.remove()
    return answer
