/* How few and how many characters a part of a tree takes. */

const sum = (pairs) => pairs.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0])
const span = (pairs) => [
  Math.min(...pairs.map(([low]) => low)), Math.max(...pairs.map(([, high]) => high)),
]

function widthOf(nodes) {
  nodes.width ??= sum(nodes.map(widthOfNode))
  return nodes.width
}

function widthOfNode(node) {
  switch (node.is) {
    case 'character': case 'set': case 'any':
      return [1, 1]
    case 'branch':
      return span(node.choices.map(widthOf))
    case 'condition':
      return span([widthOf(node.yes), widthOf(node.no)])
    case 'group': case 'atomic':
      return widthOf(node.body)
    case 'reference':
      return node.width
    case 'repeat': {
      const [low, high] = widthOf(node.body)
      return [low * node.min, high && node.max && high * node.max]
    }
    default:
      return [0, 0]
  }
}
