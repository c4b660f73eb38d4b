function run() {
  const button = document.createElement('button')
  const seen = []
  button.addEventListener('click', (event) => {
    seen.push(event.target.tagName)
  })
  for (let i = 0; i < 1000; i++) {
    button.click()
  }
  return seen.length + seen[999]
}
