class Refused extends Error {
  constructor(code) {
    super('refused')
    this.code = code
  }
}

function check(n) {
  if (n % 2) {
    throw new Refused(n)
  }
  return 1
}

function run() {
  let total = 0
  for (let i = 0; i < 500; i++) {
    try {
      total += check(i)
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error
      }
      total += error.code
    }
  }
  return total
}
