/* What the mended compiler is made of; see `compiler.py`. It is put beside the functions that it calls.
 *
 * `for` over what is asynchronous takes each value by waiting for it. A comprehension that waits is
 * an asynchronous function, awaited at once; a generator expression that waits is an asynchronous
 * generator, as in CPython. What an `except` handles is known to what is raised meanwhile.
 */
function comprehension_iterator(generator,id,iterable){
  return prefix+(generator.is_async
    ? `var next_func_${id} = $B.async_iterator(${iterable})\n`
    : `var next_func_${id} = $B.make_js_iterator(${iterable}, frame, ${generator.iter.lineno})\n`)
}
function comprehension_loop(generator,id){
  return generator.is_async
    ? `${prefix}while (true) {\n${awaited_next(`next_func_${id}`,id)}`
    : `${prefix}for (var next_${id} of next_func_${id}) {\n`
}
function awaited_next(iterator,id){
  return `${prefix}try {
    var next_${id} = await $B.promise($B.async_next(${iterator}))
  } catch (err) {
    if ($B.is_exc(err, [_b_.StopAsyncIteration])) { break }
    throw err
  }\n`
}
function begin_handling(id,error){
  return `${prefix}var handled${id} = $B.handle(frame, ${error})\n${prefix}try {\n`
}
function end_handling(id){
  return `${prefix}} catch (error) {
    $B.set_context(error)
    throw error
  } finally {
    frame.$handled = handled${id}
  }\n`
}
function is_comprehension(ast){
  const {ListComp,SetComp,DictComp}=$B.ast
  return [ListComp,SetComp,DictComp].some((kind)=>ast instanceof kind)
}
/* The scope that has to be able to wait: a function's, a generator expression's, or another. */
function waiting_scope(scopes){
  let ix=scopes.length-1
  while(scopes[ix].parent||is_comprehension(scopes[ix].ast)){ix--}
  return scopes[ix].ast
}
function check_asynchronous(node,scopes){
  const around=waiting_scope(scopes)
  if(![$B.ast.AsyncFunctionDef,$B.ast.GeneratorExp].some((kind)=>around instanceof kind)){
    compiler_error(node,'asynchronous comprehension outside of an asynchronous function')
  }
}
function asynchronous_genexpr(genexp,comp,scopes,iterable){
  const outer=prefix,{id}=comp,first=genexp.generators[0]
  indent()
  let js=`${outer}(function(expr) {\n${init_genexpr(comp,scopes)}
    $B.enter_frame(frame, __file__, ${genexp.lineno})
    _frame_obj = $B.frame_obj
    $B.leave_frame()
    const gen = $B.async_generator.$factory(async function*() {
    try {\n${comprehension_loop(first,id)}`
  const value=new $B.ast.Name(`next_${id}`,new $B.ast.Load())
  copy_position(value,first.iter)
  value.to_js=()=>`next_${id}`
  const assign=new $B.ast.Assign([first.target],value)
  assign.lineno=genexp.lineno
  js+=assign.to_js(scopes)+'\n'
  for(const test of first.ifs){js+=`${prefix}if ($B.$bool(${$B.js_from_ast(test,scopes)})) {\n`}
  for(const generator of genexp.generators.slice(1)){js+=generator.to_js(scopes)}
  const starred=genexp.elt instanceof $B.ast.Starred
  const element=$B.js_from_ast(starred?genexp.elt.value:genexp.elt,scopes)
  js+=starred
    ? `for (const item of $B.make_js_iterator(${element})) { yield item }\n`
    : `${prefix}yield ${element}\n`
  js+='}'.repeat(genexp.generators.reduce((sum,{ifs})=>sum+1+ifs.length,0))
  scopes.pop()
  prefix=outer
  return js+`
    return $B.trace_return_and_leave(frame, _b_.None)
    } catch (err) {
      $B.set_exc_and_leave(frame, err)
    }
    })()
    gen.$frame = frame
    gen.js_gen.$name = '<genexpr>'
    return gen
  })(${iterable})\n`
}
