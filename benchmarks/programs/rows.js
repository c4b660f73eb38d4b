function run() {
  const table = document.createElement('table')
  const rows = []
  for (let i = 0; i < 1000; i++) {
    const row = document.createElement('tr')
    const cell = document.createElement('td')
    cell.textContent = `row ${i}`
    row.appendChild(cell)
    table.appendChild(row)
    rows.push(row)
  }
  document.body.appendChild(table)
  for (const row of rows) {
    row.className = 'new'
    row.firstChild.textContent += '!'
  }
  const answer = table.rows[999].textContent + document.querySelectorAll('tr.new').length
  table.remove()
  return answer
}
